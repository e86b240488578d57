package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads and changes exports. */
final class Exports {

  static final ObjectMapper JSON = new ObjectMapper();

  private Exports() {}

  /**
   * The part of an export that is equal in all accounts and installations with the same content.
   */
  static ObjectNode contents(ObjectNode export) {
    ObjectNode contents = export.deepCopy();
    contents.remove("exportedAt");
    contents.remove("account");
    contents.findParents("slug").forEach(reference -> ((ObjectNode) reference).remove("id"));
    return contents;
  }

  /** Sets the value of a JSON pointer. */
  static void set(ObjectNode export, String path, JsonNode value) {
    int cut = path.lastIndexOf('/');
    String last = path.substring(cut + 1);
    if (export.at(path.substring(0, cut)) instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), value);
    } else {
      ((ObjectNode) export.at(path.substring(0, cut))).set(last, value);
    }
  }

  /** The export of a full account by the previous version of the format's code. */
  static ObjectNode ofThePreviousVersion() {
    try (InputStream in = Exports.class.getResourceAsStream("/account/export-before.json")) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
