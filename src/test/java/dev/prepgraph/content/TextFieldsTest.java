package dev.prepgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The lists of text fields in Java and SQL are those that the JSON Schemas translate. */
@QuarkusTest
class TextFieldsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WORDS_A_MINUTE = 200;

  /** The definitions of the translated fields, by field. */
  private static final Map<String, String> FIELDS = new TreeMap<>();

  private final Map<String, JsonNode> questions = new HashMap<>();
  private final Map<String, JsonNode> taxonomy = new HashMap<>();

  @BeforeAll
  static void readSchemas() throws IOException {
    for (String schema : List.of("guide", "questions", "taxonomy")) {
      collect(
          JSON.readTree(
              TextFieldsTest.class.getResourceAsStream("/content/" + schema + ".schema.json")));
    }
  }

  private static void collect(JsonNode node) {
    node.path("translations").path("additionalProperties").path("properties").properties().stream()
        .filter(field -> field.getValue().has("$ref"))
        .forEach(field -> FIELDS.put(field.getKey(), field.getValue().path("$ref").asText()));
    node.forEach(TextFieldsTest::collect);
  }

  @Test
  void ofTheDatabase() throws IOException {
    String names = "{" + String.join(",", FIELDS.keySet()) + "}";
    String equal = "catalogue.text_fields() @> f.names and catalogue.text_fields() <@ f.names";
    assertThat(
            OwnerSql.count(
                "select (" + equal + ")::int from (values (?::text[])) as f (names)", names))
        .isEqualTo(1);

    Map<String, String> document = new HashMap<>(Map.of("slug", "x", "kind", "y"));
    FIELDS.keySet().forEach(field -> document.put(field, "z"));
    assertThat(
            OwnerSql.count(
                "select catalogue.text_count(?::jsonb)", JSON.writeValueAsString(document)))
        .isEqualTo(FIELDS.size());
  }

  @Test
  void ofTheChecksOfMarkdown() {
    assertThat(MarkdownChecks.MARKDOWN)
        .containsExactlyInAnyOrderElementsOf(
            FIELDS.keySet().stream()
                .filter(field -> FIELDS.get(field).matches("#/\\$defs/(text|longText)"))
                .toList());
  }

  /** Labels of levels are single words; bodies of answers have bounds by their kind. */
  @Test
  void ofTheRulesForProse() {
    Set<String> bounded = new TreeSet<>(LintRules.BOUNDS.keySet());
    bounded.removeAll(Set.of("SHORT", "MODEL", "EXAMPLE"));
    bounded.removeIf(field -> field.contains("/"));
    bounded.add("label");
    assertThat(bounded).isEqualTo(FIELDS.keySet());
  }

  @Test
  void ofTheReadingTime() {
    JsonPath guides =
        GraphQL.query("{ roleGuides(first: 100) { nodes { slug estimatedMinutes { reading } } } }");
    Map<String, Integer> reading = new HashMap<>();
    for (Map<String, Object> guide : guides.<Map<String, Object>>getList("roleGuides.nodes")) {
      Map<?, ?> minutes = (Map<?, ?>) guide.get("estimatedMinutes");
      reading.put((String) guide.get("slug"), (Integer) minutes.get("reading"));
    }
    Map<String, Integer> expected = new HashMap<>();
    Pack.withDefault(pack -> expected.putAll(readingTimes(pack)));

    assertThat(expected).hasSizeGreaterThan(10);
    assertThat(reading).containsAllEntriesOf(expected);
  }

  private Map<String, Integer> readingTimes(Pack pack) {
    for (String name : pack.files()) {
      JsonNode file = pack.read(name).root();
      file.path("questions").forEach(q -> questions.put(q.path("slug").asText(), q));
    }
    JsonNode shared = pack.read(Pack.TAXONOMY).root();
    for (String kind : List.of("questionTypes", "criteria")) {
      shared
          .path(kind)
          .forEach(object -> taxonomy.put(kind + object.path("slug").asText(), object));
    }
    return pack.guides().stream()
        .map(name -> pack.read(name).root())
        .collect(
            Collectors.toMap(
                guide -> guide.path("slug").asText(),
                guide -> (words(guide) + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE));
  }

  /** The words of a guide with its shared questions, its criteria and the names of its types. */
  private int words(JsonNode guide) {
    int words = own(guide);
    for (JsonNode question : guide.path("questions")) {
      words += question.has("ref") ? own(questions.get(question.path("ref").asText())) : 0;
    }
    for (JsonNode type : guide.path("questionTypes")) {
      words += count(taxonomy.get("questionTypes" + type.path("type").asText()).path("name"));
    }
    for (JsonNode entry : guide.path("criteria")) {
      String slug = entry.isObject() ? entry.path("criterion").asText() : entry.asText();
      JsonNode criterion = taxonomy.get("criteria" + slug);
      words += count(criterion.path("name")) + count(criterion.path("description"));
    }
    return words;
  }

  /** The words in the untranslated text fields of a document. */
  private static int own(JsonNode node) {
    int words = 0;
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      JsonNode value = property.getValue();
      if (value.isTextual() && FIELDS.containsKey(property.getKey())) {
        words += count(value);
      } else if (!property.getKey().equals("translations")) {
        words += own(value);
      }
    }
    if (node.isArray()) {
      for (JsonNode element : node) {
        words += own(element);
      }
    }
    return words;
  }

  private static int count(JsonNode text) {
    String stripped = text.asText().strip();
    return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
  }
}
