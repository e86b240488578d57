package dev.prepgraph;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;

/**
 * A user who is logged in, and sends GraphQL, exports and imports.
 *
 * @param subject the identity provider's name of the user
 */
public record User(String subject, String token) {

  private static final ObjectMapper JSON = new ObjectMapper();

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

  /** The payload of a document's only field, with or without user errors. */
  public JsonPath payload(String document, Map<String, ?> variables) {
    JsonPath data = query(document, variables);
    String field = data.getMap("").keySet().iterator().next().toString();
    return data.setRootPath("data." + field);
  }

  /** The payload of a mutation that must succeed. */
  public JsonPath mutate(String document, Map<String, ?> variables) {
    JsonPath payload = payload(document, variables);
    if (!payload.getList("userErrors").isEmpty()) {
      throw new AssertionError(payload.prettify());
    }
    return payload;
  }

  /** The code and the message of the only error of a response. */
  public String rejection(String document, Map<String, ?> variables) {
    return GraphQL.rejection(send(document, variables));
  }

  /** The export of the account. */
  public ObjectNode export() {
    String export = request().get("/account/export").then().statusCode(200).extract().asString();
    try {
      return (ObjectNode) JSON.readTree(export);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The report of an import, whatever its status. */
  public JsonPath importExport(ObjectNode export) {
    return request()
        .contentType("application/json")
        .body(export.toString())
        .post("/account/import")
        .jsonPath();
  }

  /** The payload of the mutation that imports a small export. */
  public JsonPath importMyData(String data, String idempotencyKey) {
    return payload(
        """
        mutation ($data: String!, $key: String) { importMyData(input: {data: $data, idempotencyKey: $key}) {
          imported skipped { path reason } userErrors { code field message } } }
        """,
        GraphQL.map("data", data, "key", idempotencyKey));
  }
}
