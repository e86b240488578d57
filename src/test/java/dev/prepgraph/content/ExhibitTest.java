package dev.prepgraph.content;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.GraphQL.map;
import static dev.prepgraph.GraphQL.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.OwnerSql;
import dev.prepgraph.catalogue.ChangingContent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exhibits of questions, from a pack to the page, the search and the feed of changes. */
@QuarkusTest
@TestProfile(ChangingContent.class)
class ExhibitTest {

  private static final String GUIDE =
      """
      slug: x-guide
      title: Exhibits
      family: t-family
      seniority: INTERN
      overview: About the role
      questionTypes:
        - {type: t-type, whatToExpect: This}
      criteria: [t-criterion]
      questions:
        - slug: x-both
          prompt: What does it print?
          type: t-type
          exhibit: |
            ```sql
            select quokkas from zoo where a < b;
            ```
          howToAnswer: Because
          answers: [{kind: MODEL, body: So}]
          translations:
            de: {exhibit: "Die **Wombatliste**"}
        - slug: x-english
          prompt: What is wrong?
          type: t-type
          exhibit: A line of the log
          howToAnswer: Because
          answers: [{kind: MODEL, body: So}]
          translations:
            de: {prompt: Was ist falsch?}
        - slug: x-none
          prompt: Why?
          type: t-type
          howToAnswer: Because
          answers: [{kind: MODEL, body: So}]
      """;

  @TempDir Path folder;

  private int publish(String guide) throws IOException {
    Files.createDirectories(folder.resolve("guides"));
    Files.writeString(folder.resolve("taxonomy.yaml"), PackReaderTest.TAXONOMY);
    Files.writeString(folder.resolve("guides/x-guide.yaml"), guide);
    TestImport.importPack(folder);
    int revision = TestImport.publish();
    await()
        .until(() -> query("{ catalogue { revision } }").getInt("catalogue.revision") >= revision);
    return revision;
  }

  @BeforeEach
  void publishGuide() throws IOException {
    publish(GUIDE);
  }

  private static Map<String, Object> exhibit(String question, String locale) {
    return query(
            "query ($slug: String!, $locale: String) { question(slug: $slug, locale: $locale) {"
                + " exhibit exhibitRich { markdown locale html } } }",
            Map.of("slug", question, "locale", locale))
        .getMap("question");
  }

  @Test
  void isServedInTheBestLanguage() {
    String code = "```sql\nselect quokkas from zoo where a < b;\n```\n";
    assertThat(exhibit("x-both", "en"))
        .isEqualTo(
            served(
                code,
                "en",
                "<pre><code class=\"language-sql\">select quokkas from zoo where a &lt; b;\n</code></pre>\n"));
    assertThat(exhibit("x-both", "de-AT"))
        .isEqualTo(
            served("Die **Wombatliste**", "de", "<p>Die <strong>Wombatliste</strong></p>\n"));
    assertThat(exhibit("x-english", "de"))
        .isEqualTo(served("A line of the log", "en", "<p>A line of the log</p>\n"));
    assertThat(exhibit("x-none", "de")).isEqualTo(map("exhibit", null, "exhibitRich", null));
  }

  private static Map<String, Object> served(String markdown, String locale, String html) {
    return Map.of(
        "exhibit",
        markdown,
        "exhibitRich",
        Map.of("markdown", markdown, "locale", locale, "html", html));
  }

  @Test
  void isPartOfTheGuidesPage() {
    assertThat(
            query(
                    "{ roleGuide(slug: \"x-guide\", locale: \"de\") { questions { nodes { exhibit } } } }")
                .getList("roleGuide.questions.nodes.exhibit"))
        .containsExactly("Die **Wombatliste**", "A line of the log", null);
  }

  @Test
  void isFoundByItsWords() {
    assertThat(found("quokkas", "en")).containsExactly("x-both");
    assertThat(found("Wombatliste", "de")).containsExactly("x-both");
    assertThat(
            query(
                    "{ roleGuide(slug: \"x-guide\") { questions(filter: {text: \"quokkas\"}) { nodes { slug } } } }")
                .getList("roleGuide.questions.nodes.slug"))
        .containsExactly("x-both");
  }

  private static List<String> found(String text, String locale) {
    return query(
            "query ($text: String!, $locale: String) { search(text: $text, locale: $locale) {"
                + " nodes { result { ... on Question { slug } } } } }",
            Map.of("text", text, "locale", locale))
        .getList("search.nodes.result.slug");
  }

  /** Prompt, exhibit, advice and sample answer; in German the exhibit alone. */
  @Test
  void countsAsATextToTranslate() {
    String part =
        "select %s from catalogue.part p join catalogue.question q on p.object = 'QUESTION ' || q.id"
            + " where q.slug = 'x-both' and p.locale = 'de'";
    assertThat(OwnerSql.count(part.formatted("texts"))).isEqualTo(4);
    assertThat(OwnerSql.count(part.formatted("translated"))).isEqualTo(1);
  }

  @Test
  void itsChangesAreChangesOfTheContent() throws IOException {
    int since = publish(GUIDE);
    Map<String, Instant> before = dates();

    int german = publish(GUIDE.replace("Wombatliste", "Wombats"));

    assertThat(changes(since)).containsExactlyInAnyOrder("CHANGED x-both de", "CHANGED x-guide de");
    assertThat(exhibit("x-both", "de")).containsEntry("exhibit", "Die **Wombats**");
    Map<String, Instant> after = dates();
    assertThat(after)
        .containsEntry("question en", before.get("question en"))
        .containsEntry("guide en", before.get("guide en"))
        .containsEntry("other de", before.get("other de"));
    assertThat(after.get("question de")).isAfter(before.get("question de"));
    assertThat(after.get("guide de")).isEqualTo(after.get("question de"));

    publish(
        GUIDE.replace("Wombatliste", "Wombats").replace("    exhibit: A line of the log\n", ""));

    assertThat(changes(german))
        .containsExactlyInAnyOrder(
            "CHANGED x-english en",
            "CHANGED x-english de",
            "CHANGED x-guide en",
            "CHANGED x-guide de");
    assertThat(exhibit("x-english", "en")).containsEntry("exhibit", null);
  }

  private static List<String> changes(int since) {
    return query(
            "query ($since: Int!) { catalogueChanges(since: $since, first: 100) { nodes { kind slug locale } } }",
            Map.of("since", since))
        .<Map<String, Object>>getList("catalogueChanges.nodes")
        .stream()
        .map(change -> change.get("kind") + " " + change.get("slug") + " " + change.get("locale"))
        .toList();
  }

  private static Map<String, Instant> dates() {
    Map<String, Instant> dates = new HashMap<>();
    for (String locale : List.of("en", "de")) {
      JsonPath read =
          query(
              "query ($l: String) { guide: roleGuide(slug: \"x-guide\", locale: $l) { contentChangedAt }"
                  + " question(slug: \"x-both\", locale: $l) { contentChangedAt }"
                  + " other: question(slug: \"x-english\", locale: $l) { contentChangedAt } }",
              Map.of("l", locale));
      for (String alias : List.of("guide", "question", "other")) {
        dates.put(alias + " " + locale, Instant.parse(read.getString(alias + ".contentChangedAt")));
      }
    }
    return dates;
  }
}
