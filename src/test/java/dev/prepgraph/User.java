package dev.prepgraph;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/**
 * A user who is logged in.
 *
 * @param subject what the provider calls them
 */
public record User(String subject, String token) {

  /** Somebody whom the service has never seen. */
  public static User unknown(String... roles) {
    String subject = "user-" + UUID.randomUUID();
    return new User(subject, IdentityProvider.token(subject, roles));
  }

  /** A request that carries the token. */
  public RequestSpecification request() {
    return given().auth().oauth2(token);
  }

  /** The body of the answer, whatever its status. */
  public JsonPath send(String document, Map<String, ?> variables) {
    return GraphQL.send(request(), document, variables);
  }

  /** The data of an answer that must be free of errors. */
  public JsonPath query(String document, Map<String, ?> variables) {
    return GraphQL.data(send(document, variables));
  }

  public JsonPath query(String document) {
    return query(document, Map.of());
  }

  /** The code of the only error of an answer, with its message. */
  public String refusal(String document, Map<String, ?> variables) {
    return GraphQL.refusal(send(document, variables));
  }
}
