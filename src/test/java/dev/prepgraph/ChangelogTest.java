package dev.prepgraph;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ChangelogTest {

  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final String BEGIN = "<!-- Generated from the schemas -->\n\n";
  private static final String END = "\n<!-- End of the generated part -->";

  /**
   * To accept a deliberate change, copy target/changelog.md over the changelog. When a version is
   * tagged, its schema.graphql becomes schema-before.graphql, and the part moves with the version's
   * section.
   */
  @Test
  void namesEveryChangeOfTheSchema() throws IOException {
    String changelog = Files.readString(Path.of("CHANGELOG.md"));
    int begin = changelog.indexOf(BEGIN) + BEGIN.length();
    int end = changelog.indexOf(END);
    String generated = changes(read("schema-before.graphql"), read("schema.graphql"));
    Files.writeString(
        Path.of("target", "changelog.md"),
        changelog.substring(0, begin) + generated + changelog.substring(end));

    assertThat(changelog.substring(begin, end)).isEqualTo(generated);
  }

  @Test
  void tellsWhatIsRemovedChangedAndAdded() {
    String before =
        """
        directive @old on FIELD_DEFINITION
        interface Node { id: ID! }
        type Query { a(x: Int, y: Int): String! b: [Int!] e: E u: U }
        type Gone { x: Int }
        enum E { ONE TWO }
        input I { i: Int }
        union U = Query | Gone
        """;
    String after =
        """
        interface Node { id: ID! }
        type Query implements Node { a(x: Int!, "New." z: [I!]): String! b: [Int] c: Int e: E u: U id: ID! }
        enum E { ONE THREE }
        input I { i: Int = 3 j: Int! }
        union U = Query
        type New { n(a: Int): Int @deprecated(reason: "No.") }
        """;

    assertThat(changes(before, after))
        .isEqualTo(
            """
            Removed:

            - Types: `@old`, `Gone`
            - `E`: `TWO`
            - `Query`: `a(y:)`
            - `U`: `Gone`

            Changed:

            - `I.i`: `Int`, now `Int = 3`
            - `Query.a(x:)`: `Int`, now `Int!`
            - `Query.b`: `[Int!]`, now `[Int]`

            Added:

            - Types: `New`
            - `E`: `THREE`
            - `I`: `j: Int!`
            - `Query`: `Node`, `a(z:)`, `c`, `id`
            """);
  }

  private static String changes(String before, String after) {
    SortedMap<String, SchemaElement> old = SchemaElement.of(before);
    SortedMap<String, SchemaElement> now = SchemaElement.of(after);
    String changed =
        now.values().stream()
            .filter(element -> old.containsKey(element.coordinate()))
            .filter(element -> !old.get(element.coordinate()).type().equals(element.type()))
            .map(
                element ->
                    "- `%s`: `%s`, now `%s`\n"
                        .formatted(
                            element.coordinate(),
                            old.get(element.coordinate()).type(),
                            element.type()))
            .collect(joining());
    return "Removed:\n\n%s\nChanged:\n\n%s\nAdded:\n\n%s"
        .formatted(missing(old, now), changed, missing(now, old));
  }

  /**
   * What is in one of two schemas alone, by type; members of a type that is in one alone go without
   * saying.
   */
  private static String missing(
      SortedMap<String, SchemaElement> from, SortedMap<String, SchemaElement> other) {
    Predicate<SchemaElement> alone = element -> !other.containsKey(element.coordinate());
    String types =
        from.values().stream()
            .filter(alone)
            .filter(SchemaElement::isType)
            .map(element -> "`" + element.coordinate() + "`")
            .collect(joining(", "));
    var members =
        from.values().stream()
            .filter(alone)
            .filter(element -> !element.isType())
            .filter(element -> other.containsKey(element.parent()))
            .filter(element -> other.containsKey(element.owner()))
            .collect(
                groupingBy(
                    SchemaElement::owner,
                    TreeMap::new,
                    mapping(SchemaElement::member, toCollection(TreeSet::new))));
    return (types.isEmpty() ? "" : "- Types: " + types + "\n")
        + members.entrySet().stream()
            .map(
                type ->
                    "- `%s`: `%s`\n".formatted(type.getKey(), String.join("`, `", type.getValue())))
            .collect(joining());
  }

  private static String read(String resource) throws IOException {
    return Files.readString(RESOURCES.resolve(resource));
  }
}
