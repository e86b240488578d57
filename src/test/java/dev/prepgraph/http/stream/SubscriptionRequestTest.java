package dev.prepgraph.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a client may make the service hold by its open subscriptions. */
@QuarkusTest
class SubscriptionRequestTest {

  private static final String CATALOGUE = "subscription { catalogueChanged { revision } }";
  private static final String CONDITION =
      "subscription ($show: Boolean!) { catalogueChanged { revision @include(if: $show) } }";

  private static GraphQLSocket anonymous() {
    GraphQLSocket socket = GraphQLSocket.open();
    socket.send("connection_init", null, null);
    return socket.acknowledged();
  }

  private static JsonNode first(String query, Map<String, ?> variables) {
    try (GraphQLSocket socket = anonymous()) {
      socket.send("subscribe", "1", Map.of("query", query, "variables", variables));
      return socket.next("1");
    }
  }

  private static String padded(int length) {
    return CATALOGUE + "#" + "x".repeat(length - CATALOGUE.length() - 1);
  }

  @Test
  void limitsTheDocument() {
    assertThat(first(padded(4_096), Map.of()).get("type").asText()).isEqualTo("next");
    assertThat(first(padded(4_097), Map.of()).at("/payload/0").toString())
        .contains("TOO_COMPLEX")
        .contains("The document of a subscription must have at most 4096 characters");
  }

  @Test
  void limitsTheVariables() {
    String query =
        "subscription ($after: String) { viewerChanged { node { ... on RoleGuide { questions(first: 1, after: $after) { nodes { id } } } } } }";
    assertThat(first(query, Map.of("after", "x".repeat(5_000))).at("/payload/0").toString())
        .contains("TOO_COMPLEX")
        .contains("The variables of a subscription must have at most 4096 bytes of JSON");
  }

  @Test
  void dropsVariablesThatAreNotDeclared() {
    JsonNode message = first(CONDITION, Map.of("show", true, "other", "x".repeat(5_000)));
    assertThat(message.at("/payload/data/catalogueChanged/revision").isNumber())
        .as(message.toString())
        .isTrue();
  }

  @Test
  void limitsTheOperationsOfAnonymousSockets() {
    try (GraphQLSocket socket = anonymous()) {
      for (int i = 1; i <= 4; i++) {
        socket.subscribe(String.valueOf(i), CATALOGUE);
        assertThat(socket.next(String.valueOf(i)).get("type").asText()).isEqualTo("next");
      }
      socket.subscribe("5", CATALOGUE);
      assertThat(socket.next("5").at("/payload/0/extensions/code").asText())
          .isEqualTo("RATE_LIMITED");
    }
  }
}
