package dev.prepgraph.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Checks the files of a pack against the JSON Schemas that editors have. */
final class PackSchema {

  private final Schema schema;

  private PackSchema(String resource) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build()));
    try (InputStream in = PackSchema.class.getResourceAsStream(resource)) {
      this.schema = registry.getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PackSchema guide() {
    return new PackSchema("/content/guide.schema.json");
  }

  static PackSchema taxonomy() {
    return new PackSchema("/content/taxonomy.schema.json");
  }

  /** Notes what is wrong in the file. */
  void check(YamlFile file) {
    for (Error error : schema.validate(file.root())) {
      String path = error.getInstanceLocation().toString();
      if ("additionalProperties".equals(error.getKeyword())) {
        file.problem(path + "/" + error.getProperty(), "there is no such key here");
      } else {
        file.problem(path, message(error));
      }
    }
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
