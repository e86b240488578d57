package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.User;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What tests do with exports. */
final class Exports {

  static final ObjectMapper JSON = new ObjectMapper();

  private Exports() {}

  static ObjectNode export(User user) {
    return read(user.request().get("/account/export").then().statusCode(200).extract().asString());
  }

  /** What of an export is the same in every account and installation that holds the same. */
  static ObjectNode contents(ObjectNode export) {
    ObjectNode contents = export.deepCopy();
    contents.remove("exportedAt");
    contents.remove("account");
    contents.findParents("slug").forEach(reference -> ((ObjectNode) reference).remove("id"));
    return contents;
  }

  static JsonPath take(User user, JsonNode export) {
    return take(user, export.toString());
  }

  static JsonPath take(User user, String export) {
    return user.request()
        .contentType("application/json")
        .body(export)
        .post("/account/import")
        .then()
        .extract()
        .jsonPath();
  }

  static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A full account's export that the version before this package wrote. */
  static ObjectNode ofTheVersionBefore() {
    try (InputStream in = Exports.class.getResourceAsStream("/account/export-before.json")) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
