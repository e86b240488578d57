package dev.prepgraph.common;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A JSON Schema with violations in plain words. */
public final class JsonSchema {

  /**
   * @param path JSON pointer
   * @param message without the value
   */
  public record Mistake(String path, String message) {}

  private final Schema schema;

  /**
   * @param resource name on the class path
   */
  public JsonSchema(String resource) {
    try (InputStream in = JsonSchema.class.getResourceAsStream(resource)) {
      this.schema = registry().getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder.schemaRegistryConfig(
                SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build()));
  }

  /** The keys of a document in the order of the schema. */
  public List<String> properties() {
    return schema
        .getSchemaNode()
        .path("properties")
        .propertyStream()
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The schema of the entries of an array property. */
  public JsonSchema items(String property) {
    ObjectNode entry =
        schema.getSchemaNode().path("properties").path(property).path("items").deepCopy();
    entry.set("$defs", schema.getSchemaNode().path("$defs"));
    return new JsonSchema(registry().getSchema(entry));
  }

  /** Validates a document. */
  public List<Mistake> check(JsonNode document) {
    return schema.validate(document).stream().map(JsonSchema::mistake).toList();
  }

  private static Mistake mistake(Error error) {
    String path = error.getInstanceLocation().toString();
    return "additionalProperties".equals(error.getKeyword())
        ? new Mistake(path + "/" + error.getProperty(), "there is no such key here")
        : new Mistake(path, message(error));
  }

  private static String message(Error error) {
    JsonNode limit = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required" -> error.getProperty() + " is missing";
      case "type" -> "this must be of type " + limit.asText();
      case "enum" -> "this must be one of " + limit;
      case "const" -> "this must be " + limit.asText();
      case "minLength" -> "this is empty";
      case "maxLength" -> "this is longer than " + limit.asInt() + " characters";
      case "pattern" ->
          "\\S".equals(limit.asText()) ? "this is blank" : "this must match " + limit.asText();
      case "propertyNames" -> "a key here is not a locale, such as de or de-AT";
      case "minItems", "minProperties" -> "this has fewer than " + limit.asInt() + " entries";
      case "maxItems" -> "this has more than " + limit.asInt() + " entries";
      case "uniqueItems" -> "an entry stands here twice";
      default -> "this breaks the rule " + error.getKeyword() + " of the schema";
    };
  }
}
