package dev.prepgraph;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/**
 * A user who is logged in.
 *
 * @param subject the identity provider's name of the user
 */
public record User(String subject, String token) {

  /** A user without an account yet. */
  public static User unknown(String... roles) {
    String subject = "user-" + UUID.randomUUID();
    return new User(subject, IdentityProvider.token(subject, roles));
  }

  /** A request that carries the token. */
  public RequestSpecification request() {
    return given().auth().oauth2(token);
  }

  /** The body of the response, whatever its status. */
  public JsonPath send(String document, Map<String, ?> variables) {
    return GraphQL.send(request(), document, variables);
  }

  /** The data of a response without errors. */
  public JsonPath query(String document, Map<String, ?> variables) {
    return GraphQL.data(send(document, variables));
  }

  public JsonPath query(String document) {
    return query(document, Map.of());
  }

  /** The code and the message of the only error of a response. */
  public String refusal(String document, Map<String, ?> variables) {
    return GraphQL.refusal(send(document, variables));
  }
}
