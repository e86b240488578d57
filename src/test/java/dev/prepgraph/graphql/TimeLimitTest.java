package dev.prepgraph.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TimeLimitTest.Short.class)
class TimeLimitTest {

  private static final char HANGING = 'H';

  /** Little patience. */
  public static final class Short implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("prepgraph.limits.time", "300ms");
    }
  }

  /** Objects whose looking up does not end before the test does. */
  @ApplicationScoped
  static class HangingNodes implements NodeLoader {

    static final CountDownLatch END = new CountDownLatch(1);

    @Override
    public char kind() {
      return HANGING;
    }

    @Override
    public Map<UUID, Node> load(Collection<UUID> keys) {
      try {
        END.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Map.of();
    }
  }

  @Test
  void givesUpOnWhatTakesTooLong() {
    String id = NodeId.of(HANGING, UUID.randomUUID());
    try {
      given()
          .contentType("application/json")
          .body(
              Map.of(
                  "query",
                  "query($id: ID!) { node(id: $id) { id } }",
                  "variables",
                  Map.of("id", id)))
          .post("/graphql")
          .then()
          .statusCode(503)
          .header("Retry-After", "1")
          .body("errors[0].extensions.code", equalTo("UNAVAILABLE"))
          .body("errors[0].message", equalTo("This took too long"));
    } finally {
      HangingNodes.END.countDown();
    }
  }
}
