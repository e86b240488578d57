package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentNegotiationTest {

  /** Lines of the header are divided by {@code |}. */
  private static String mediaType(String accept) {
    return ContentNegotiation.mediaType(accept == null ? List.of() : List.of(accept.split("\\|")))
        .orElse("none")
        .replace("application/graphql-response+json", "graphql")
        .replace("application/json", "json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '\'',
      value = {
        " > json",
        "'' > json",
        "', ,' > json",
        "*/* > json",
        "* > json",
        "application/* > json",
        "application/json > json",
        "APPLICATION/JSON > json",
        "application/graphql-response+json > graphql",
        "application/graphql-response+json, application/json > graphql",
        "application/json, application/graphql-response+json > json",
        "application/json;q=0.9, application/graphql-response+json > graphql",
        "application/graphql-response+json;q=0.5, application/json > json",
        "application/graphql-response+json, application/json;q=0.9 > graphql",
        "text/html, */*;q=0.5 > json",
        "text/html|application/graphql-response+json > graphql",
        "text/html|application/json;q=0.1|application/graphql-response+json;q=0.2 > graphql",
        // The most specific range decides, whatever stands first
        "application/json;q=0, */* > graphql",
        "*/*, application/json;q=0 > graphql",
        "application/json;q=0, application/* > graphql",
        "application/graphql-response+json;q=0, */* > json",
        "application/*;q=0.5, application/graphql-response+json;q=0.4 > json",
        "application/*;q=0, */* > none",
        "*/*;q=0 > none",
        "*/*;q=0.0, application/json;q=0.001 > json",
        "application/*, application/json;q=0, application/graphql-response+json;q=0 > none",
        "*/*, application/graphql-response+json > graphql",
        "text/html > none",
        "text/* > none",
        "json > none",
        "application/jsonp > none",
        // Parameters
        "application/json;charset=utf-8 > json",
        "application/json; charset=\"UTF-8\" ; q=1 > json",
        "application/json;charset=latin1 > none",
        "application/json;charset=latin1, application/graphql-response+json;q=0.1 > graphql",
        "application/json;q=0, application/json;charset=utf-8 > json",
        "application/json;charset=utf-8;q=0, application/json > none",
        "application/json;profile=\"a,b;q=0\" > json",
        "application/json;q=0.5;charset=latin1 > json",
        "application/json;q=nonsense > json"
      })
  void followsTheMostSpecificRange(String accept, String expected) {
    assertThat(mediaType(accept)).isEqualTo(expected);
  }
}
