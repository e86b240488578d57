package dev.prepgraph.execution;

import static dev.prepgraph.GraphQL.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.prepgraph.TestNodes;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErrorsTest {

  private static JsonPath failure(RuntimeException failure) {
    JsonPath response = send(TestNodes.QUERY, Map.of("id", TestNodes.failing(failure)));
    assertThat(response.prettify())
        .doesNotContain("secret")
        .doesNotContain("Exception")
        .doesNotContain("classification");
    assertThat(response.getList("errors[0].path")).containsExactly("node");
    assertThat(response.getMap("data")).containsOnlyKeys("node");
    return response;
  }

  @Test
  void hidesInternalFailuresBehindTheTraceIdInTheLog() {
    for (RuntimeException failure :
        List.of(
            new IllegalStateException("secret", new NullPointerException("secret")),
            new IllegalStateException(new SQLException("secret", "42601")))) {
      JsonPath response = failure(failure);
      assertThat(response.getString("errors[0].message")).isEqualTo("Internal error");
      assertThat(response.getString("errors[0].extensions.code")).isEqualTo("INTERNAL");
      assertThat(UUID.fromString(response.getString("errors[0].extensions.traceId"))).isNotNull();
    }
  }

  @Test
  void omitsTheDataOfRetryableResponses() {
    String id = TestNodes.failing(new IllegalStateException(new SQLException("secret", "53300")));
    given()
        .contentType("application/json")
        .body(Map.of("query", TestNodes.QUERY, "variables", Map.of("id", id)))
        .post("/graphql")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("$", not(hasKey("data")))
        .body("errors[0].extensions.code", equalTo("UNAVAILABLE"))
        .body("errors[0].message", equalTo("The service is temporarily unavailable; try again"));
  }

  @Test
  void namesMissingPermissions() {
    assertThat(failure(new UnauthorizedException("secret")).getString("errors[0].extensions.code"))
        .isEqualTo("UNAUTHENTICATED");
    assertThat(failure(new ForbiddenException("secret")).getString("errors[0].extensions.code"))
        .isEqualTo("FORBIDDEN");
  }
}
