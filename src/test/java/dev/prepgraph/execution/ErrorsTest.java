package dev.prepgraph.execution;

import static dev.prepgraph.GraphQL.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErrorsTest {

  private static final char FAILING = 'X';

  /** Objects whose looking up fails, in the way that their key says. */
  @ApplicationScoped
  static class FailingNodes implements NodeLoader {

    @Override
    public char kind() {
      return FAILING;
    }

    @Override
    public Map<UUID, Node> load(Collection<UUID> keys) {
      throw switch ((int) keys.iterator().next().getLeastSignificantBits()) {
        case 0 -> new IllegalStateException("secret", new NullPointerException("secret"));
        case 1 -> new IllegalStateException(new SQLException("secret", "53300"));
        case 2 -> new UnauthorizedException("secret");
        case 3 -> new ForbiddenException("secret");
        default -> new IllegalStateException(new SQLException("secret", "42601"));
      };
    }
  }

  private static JsonPath failure(int how) {
    String id = NodeId.of(FAILING, new UUID(0, how));
    JsonPath answer = send("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id));
    assertThat(answer.prettify())
        .doesNotContain("secret")
        .doesNotContain("Exception")
        .doesNotContain("classification");
    assertThat(answer.getList("errors[0].path")).containsExactly("node");
    assertThat(answer.getMap("data")).containsOnlyKeys("node");
    return answer;
  }

  @Test
  void tellsNothingOfOurFaultsButTheIdThatTheLogHas() {
    for (int how : new int[] {0, 4}) {
      JsonPath answer = failure(how);
      assertThat(answer.getString("errors[0].message"))
          .isEqualTo("Something went wrong on our side");
      assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("INTERNAL");
      assertThat(UUID.fromString(answer.getString("errors[0].extensions.traceId"))).isNotNull();
    }
  }

  @Test
  void answersWithoutDataWhatCanBeTriedAgain() {
    given()
        .contentType("application/json")
        .body(
            Map.of("query", "{ node(id: \"" + NodeId.of(FAILING, new UUID(0, 1)) + "\") { id } }"))
        .post("/graphql")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("$", not(hasKey("data")))
        .body("errors[0].extensions.code", equalTo("UNAVAILABLE"))
        .body("errors[0].message", equalTo("This cannot be answered for the moment; try again"));
  }

  @Test
  void tellsWhatCallersCanMend() {
    assertThat(failure(2).getString("errors[0].extensions.code")).isEqualTo("UNAUTHENTICATED");
    assertThat(failure(3).getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
  }
}
