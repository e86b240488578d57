package dev.prepgraph;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends GraphQL as a browser would. */
@WithTestResource(value = IdentityProvider.class, scope = TestResourceScope.GLOBAL)
public final class GraphQL {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private GraphQL() {}

  /** The body of the response to an anonymous request, whatever its status. */
  public static JsonPath send(String document, Map<String, ?> variables) {
    return send(given(), document, variables);
  }

  /**
   * The body of the response, whatever its status. A comment makes the document unique, so that the
   * response is not a cached one.
   */
  static JsonPath send(RequestSpecification request, String document, Map<String, ?> variables) {
    return request
        .contentType("application/json")
        .accept("application/graphql-response+json")
        .body(Map.of("query", document + " #" + NUMBER.incrementAndGet(), "variables", variables))
        .post("/graphql")
        .then()
        .extract()
        .body()
        .jsonPath();
  }

  /** The data of a response without errors. */
  public static JsonPath query(String document, Map<String, ?> variables) {
    return data(send(document, variables));
  }

  public static JsonPath query(String document) {
    return query(document, Map.of());
  }

  /** The code and the message of the only error of a response. */
  public static String refusal(String document, Map<String, ?> variables) {
    return refusal(send(document, variables));
  }

  public static String refusal(String document) {
    return refusal(document, Map.of());
  }

  static JsonPath data(JsonPath body) {
    if (body.get("errors") != null) {
      throw new AssertionError(body.prettify());
    }
    return body.setRootPath("data");
  }

  static String refusal(JsonPath body) {
    if (body.getList("errors") == null || body.getList("errors").size() != 1) {
      throw new AssertionError(body.prettify());
    }
    return body.getString("errors[0].extensions.code") + " " + body.getString("errors[0].message");
  }
}
