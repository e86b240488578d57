package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of texts, short and long ones of which the service writes in different ways. */
@QuarkusTest
class ResponseTextTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(ints = {1, 50})
  void escapesWhatJsonDemandsAndNothingElse(int times) throws Exception {
    User user = User.unknown();
    String question = Published.questions(1).get(0);
    String body = "\"é\" \\ 😀\t日本\n</b>\u2028".repeat(times) + "x";
    String expected = "\"body\":\"" + "\\\"é\\\" \\\\ 😀\\t日本\\n</b>\u2028".repeat(times) + "x\"";

    String saved =
        text(
            user,
            "mutation ($id: ID!, $body: String!) { saveAnswer(input: {questionId: $id, body: $body, expectedVersion: 0}) { savedAnswer { body } } }",
            Map.of("id", question, "body", body));
    String read =
        text(
            user,
            "query ($id: ID!) { question(id: $id) { myAnswer { body } } }",
            Map.of("id", question));

    assertThat(saved)
        .isEqualTo("{\"data\":{\"saveAnswer\":{\"savedAnswer\":{%s}}}}".formatted(expected));
    assertThat(read).isEqualTo("{\"data\":{\"question\":{\"myAnswer\":{%s}}}}".formatted(expected));
  }

  private static String text(User user, String query, Map<String, Object> variables)
      throws Exception {
    byte[] request = JSON.writeValueAsBytes(Map.of("query", query, "variables", variables));
    byte[] response =
        user.request()
            .contentType("application/json")
            .body(request)
            .post("/graphql")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    return new String(response, StandardCharsets.UTF_8);
  }
}
