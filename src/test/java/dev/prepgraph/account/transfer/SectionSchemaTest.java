package dev.prepgraph.account.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the records of all sections against export.schema.json. */
@QuarkusTest
class SectionSchemaTest {

  @Inject Sections sections;

  private static JsonNode schema() {
    try (InputStream in =
        SectionSchemaTest.class.getResourceAsStream(
            "/META-INF/resources/account/export.schema.json")) {
      return Exports.JSON.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void areTheListsOfTheSchemaInItsOrder() {
    List<String> lists = new ArrayList<>();
    schema()
        .get("properties")
        .properties()
        .forEach(
            property -> {
              if (property.getValue().path("type").asText().equals("array")) {
                lists.add(property.getKey());
              }
            });
    assertThat(sections.ordered().stream().<String>map(Section::name)).isEqualTo(lists);
  }

  @Test
  void haveRecordsThatMatchTheSchema() {
    JsonNode schema = schema();
    for (Section<?> section : sections.ordered()) {
      JsonNode entry = schema.at("/properties/" + section.name() + "/items");
      compare(schema, entry, section.type(), section.name());
    }
  }

  private static void compare(JsonNode schema, JsonNode given, Type type, String path) {
    JsonNode node = given.has("$ref") ? schema.at(given.get("$ref").asText().substring(1)) : given;
    if (node.has("enum")) {
      Set<String> values = new HashSet<>();
      node.get("enum").forEach(value -> values.add(value.asText()));
      assertThat(Stream.of(((Class<?>) type).getEnumConstants()).map(Object::toString))
          .as(path)
          .containsExactlyInAnyOrderElementsOf(values);
      return;
    }
    switch (node.get("type").asText()) {
      case "object" -> compareObject(schema, node, (Class<?>) type, path);
      case "array" ->
          compare(
              schema,
              node.get("items"),
              ((ParameterizedType) type).getActualTypeArguments()[0],
              path + "[]");
      case "integer" -> {
        assertThat(type).as(path).isIn(int.class, Integer.class);
        assertThat(node.at("/maximum").asLong()).as(path).isBetween(1L, (long) Integer.MAX_VALUE);
        assertThat(node.has("minimum")).as(path).isTrue();
      }
      case "boolean" -> assertThat(type).as(path).isIn(boolean.class, Boolean.class);
      case "string" -> {
        assertThat(type).as(path).isIn(String.class, Instant.class, LocalDate.class);
        assertThat(node.at("/maxLength").asInt()).as(path).isBetween(1, 20_000);
      }
      default -> throw new AssertionError(path);
    }
  }

  private static void compareObject(JsonNode schema, JsonNode node, Class<?> type, String path) {
    assertThat(node.get("additionalProperties").asBoolean()).as(path).isFalse();
    assertThat(Stream.of(type.getRecordComponents()).map(RecordComponent::getName))
        .as(path)
        .containsExactlyInAnyOrderElementsOf(() -> node.get("properties").fieldNames());
    Set<String> required = new HashSet<>();
    node.path("required").forEach(key -> required.add(key.asText()));
    for (RecordComponent component : type.getRecordComponents()) {
      String within = path + "." + component.getName();
      JsonNode property = node.get("properties").get(component.getName());
      assertThat(component.getType().isPrimitive())
          .as(within + " is primitive only if it is required")
          .isIn(required.contains(component.getName()), false);
      compare(schema, property, component.getGenericType(), within);
      JsonNode resolved =
          property.has("$ref") ? schema.at(property.get("$ref").asText().substring(1)) : property;
      if (resolved.path("pattern").asText().equals("\\S")) {
        JsonDeserialize rule = component.getAccessor().getAnnotation(JsonDeserialize.class);
        assertThat(rule).as(within + " must not be blank").isNotNull();
        assertThat(rule.using()).as(within).isEqualTo(TransferJson.NotBlank.class);
      }
    }
  }
}
