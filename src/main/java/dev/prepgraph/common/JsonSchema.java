package dev.prepgraph.common;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Map;

/** A JSON Schema; reports violations in words that never repeat the value. */
public final class JsonSchema {

  /**
   * @param path JSON pointer
   */
  public record Violation(String path, String message) {}

  /** The addresses of the schemas of content. */
  private static final String CONTENT = "https://prepgraph.dev/schema/";

  private final Schema schema;

  public JsonSchema(String resource) {
    this(registry().getSchema(Resources.text(resource)));
  }

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemaRegistryConfig(
                    SchemaRegistryConfig.builder()
                        .pathType(PathType.JSON_POINTER)
                        .formatAssertionsEnabled(true)
                        .build())
                .schemas(JsonSchema::referenced));
  }

  /** The text of a schema that another one refers to; null for any other address. */
  private static String referenced(String id) {
    return id.startsWith(CONTENT)
        ? Resources.text("/content/" + id.substring(CONTENT.length()))
        : null;
  }

  /** The properties of documents in the order of the schema. */
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
  public List<Violation> check(JsonNode document) {
    return schema.validate(document).stream().map(JsonSchema::violation).toList();
  }

  private static Violation violation(Error error) {
    String path = error.getInstanceLocation().toString();
    return "additionalProperties".equals(error.getKeyword())
        ? new Violation(path + "/" + error.getProperty(), "unknown key")
        : new Violation(path, message(error));
  }

  private static String message(Error error) {
    JsonNode limit = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required" -> error.getProperty() + " is missing";
      case "type" -> "must be of type " + limit.asText();
      case "enum" -> "must be one of " + limit;
      case "const" -> "must be " + limit.asText();
      case "minLength" -> "must not be empty";
      case "maxLength" -> "must have at most " + limit.asInt() + " characters";
      case "pattern" ->
          "\\S".equals(limit.asText()) ? "must not be blank" : "must match " + limit.asText();
      case "format" -> "must be a date, for example 2027-03-01"; // no schema has another
      case "propertyNames" -> "keys must be locales, for example de or de-AT";
      case "minItems", "minProperties" -> "must have at least " + limit.asInt() + " entries";
      case "maxItems" -> "must have at most " + limit.asInt() + " entries";
      case "uniqueItems" -> "must not contain an entry twice";
      default -> "violates the rule " + error.getKeyword() + " of the schema";
    };
  }
}
