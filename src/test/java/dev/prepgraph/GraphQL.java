package dev.prepgraph;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends GraphQL as a browser does, and reads the responses. */
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
  public static String rejection(String document, Map<String, ?> variables) {
    return rejection(send(document, variables));
  }

  public static String rejection(String document) {
    return rejection(document, Map.of());
  }

  static JsonPath data(JsonPath body) {
    if (body.get("errors") != null) {
      throw new AssertionError(body.prettify());
    }
    return body.setRootPath("data");
  }

  /** The code and the message of the only error of a response. */
  public static String rejection(JsonPath body) {
    if (body.getList("errors") == null || body.getList("errors").size() != 1) {
      throw new AssertionError(body.prettify());
    }
    return body.getString("errors[0].extensions.code") + " " + body.getString("errors[0].message");
  }

  /** A map of names and values in turn; the values may be null. */
  public static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  /** The code and the field of each user error of a payload. */
  public static List<String> errors(JsonPath payload) {
    return payload.<Map<String, Object>>getList("userErrors").stream()
        .map(error -> error.get("code") + " " + error.get("field"))
        .toList();
  }

  /** The code and the field of the only user error of a payload, and its message if selected. */
  public static String error(JsonPath payload) {
    if (payload.getList("userErrors").size() != 1) {
      throw new AssertionError(payload.prettify());
    }
    String message = payload.getString("userErrors[0].message");
    return errors(payload).get(0) + (message == null ? "" : " " + message);
  }
}
