package dev.prepgraph.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of an allowed origin may send and read. */
@QuarkusTest
@TestProfile(CorsTest.OneOrigin.class)
class CorsTest {

  private static final String ORIGIN = "https://site.example";

  public static final class OneOrigin implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.cors.origins", ORIGIN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authorization",
        "content-type",
        "accept-language",
        "idempotency-key",
        "x-requested-with",
        "apollo-require-preflight",
        "apollographql-client-name",
        "apollographql-client-version",
        "traceparent",
        "tracestate",
        "baggage",
        "sentry-trace"
      })
  void clientsMaySend(String header) {
    String allowed =
        given()
            .header("Origin", ORIGIN)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", header)
            .options("/graphql")
            .then()
            .statusCode(200)
            .header("Access-Control-Allow-Origin", ORIGIN)
            .header("Access-Control-Allow-Credentials", "false")
            .extract()
            .header("Access-Control-Allow-Headers");
    assertThat(allowed.toLowerCase(Locale.ROOT).split(", *")).contains(header);
  }

  @Test
  void pagesMayReadWhatTheyNeed() {
    for (String path :
        List.of("/graphql?query=%7B__typename%7D", "/graphql/schema.graphql", "/none")) {
      String exposed =
          given()
              .urlEncodingEnabled(false)
              .header("Origin", ORIGIN)
              .get(path)
              .then()
              .header("Access-Control-Allow-Origin", equalTo(ORIGIN))
              .extract()
              .header("Access-Control-Expose-Headers");
      assertThat(exposed.split(", *"))
          .containsExactlyInAnyOrder(
              "ETag", "Retry-After", "WWW-Authenticate", "Content-Disposition", "Content-Language");
    }
  }
}
