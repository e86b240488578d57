package dev.prepgraph.http.metric;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The only class whose requests name their client. */
@QuarkusTest
class ClientMetricsTest {

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  private List<String> series() {
    return given()
        .get(metrics)
        .asString()
        .lines()
        .filter(line -> line.startsWith("graphql_requests_total"))
        .toList();
  }

  private static void send(String name, String version) {
    RequestSpecification request = given().queryParam("query", "{ __typename }");
    request.header("apollographql-client-name", name);
    if (version != null) {
      request.header("apollographql-client-version", version);
    }
    request.get("/graphql").then().statusCode(200);
  }

  @Test
  void countsClientsByNameAndVersionWithinABound() {
    send("web", "1.2.3");
    send("web", "1.2.3");
    send("ios", null);
    send("a\"b", "1");
    send("x".repeat(61), "1");
    given().queryParam("query", "{ __typename }").get("/graphql").then().statusCode(200);

    assertThat(series())
        .contains(
            "graphql_requests_total{client=\"web\",version=\"1.2.3\"} 2.0",
            "graphql_requests_total{client=\"ios\",version=\"\"} 1.0",
            "graphql_requests_total{client=\"OTHER\",version=\"1\"} 2.0")
        .anyMatch(line -> line.startsWith("graphql_requests_total{client=\"\",version=\"\"}"));

    for (int i = 0; i < 2 * ClientMetrics.MAX_CLIENTS; i++) {
      send(UUID.randomUUID().toString(), "1");
    }
    send("web", "1.2.3");
    assertThat(series())
        .hasSizeBetween(ClientMetrics.MAX_CLIENTS, ClientMetrics.MAX_CLIENTS + 2)
        .contains("graphql_requests_total{client=\"web\",version=\"1.2.3\"} 3.0")
        .anyMatch(line -> line.contains("{client=\"OTHER\",version=\"OTHER\"}"));
  }
}
