package dev.prepgraph.content;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.GraphQL.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.catalogue.ChangingContent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches of readers in a region: each object is found by the words that they see of it. */
@QuarkusTest
@TestProfile(ChangingContent.class)
class RegionalSearchTest {

  /** In English, German, and in the region {@code s-region} alone. */
  private static final List<String> WORDS = List.of("kakapos", "Kiebitzlisten", "Zebrafinken");

  private static final String GUIDE =
      """
      slug: s-%1$s
      title: A guide
      family: t-family
      seniority: INTERN
      overview: About kakapos
      questionTypes:
        - {type: t-type, whatToExpect: This}
      criteria: [t-criterion]
      questions:
        - slug: s-%1$s-question
          prompt: Why kakapos?
          type: t-type
          howToAnswer: Because
          answers: [{kind: MODEL, body: So}]
          translations:
            de: {prompt: "Warum Kiebitzlisten?"}
            %2$s
      translations:
        de: {overview: "Über Kiebitzlisten"}
        %3$s
      """;

  @TempDir Path folder;

  @BeforeEach
  void publish() throws IOException {
    Files.createDirectories(folder.resolve("guides"));
    Files.writeString(folder.resolve("taxonomy.yaml"), PackReaderTest.TAXONOMY);
    Files.writeString(
        folder.resolve("guides/s-region.yaml"),
        GUIDE.formatted(
            "region",
            "de-AT: {prompt: \"Warum Zebrafinken?\"}",
            "de-AT: {overview: \"Über Zebrafinken\"}"));
    Files.writeString(
        folder.resolve("guides/s-language.yaml"), GUIDE.formatted("language", "", ""));
    TestImport.importPack(folder);
    int revision = TestImport.publish();
    await()
        .until(() -> query("{ catalogue { revision } }").getInt("catalogue.revision") >= revision);
  }

  /** What each of the words finds. */
  private static List<List<String>> found(String document, String slugs, String locale) {
    List<List<String>> found = new ArrayList<>();
    for (String word : WORDS) {
      JsonPath data = query(document, Map.of("text", word, "locale", locale));
      found.add(data.<String>getList(slugs).stream().sorted().toList());
    }
    return found;
  }

  private static void assertFound(String document, String slugs, String language, String region) {
    List<String> both = List.of(language, region);
    assertThat(found(document, slugs, "de-AT"))
        .containsExactly(List.of(), List.of(language), List.of(region));
    assertThat(found(document, slugs, "de")).containsExactly(List.of(), both, List.of());
    assertThat(found(document, slugs, "en")).containsExactly(both, List.of(), List.of());
  }

  @Test
  void findsAndExcerptsWhatIsShown() {
    String search =
        """
        query ($text: String!, $locale: String) { search(text: $text, locale: $locale, kinds: [GUIDE]) {
          facets { kinds { value count } }
          nodes { excerpt resolvedLocale result { ... on RoleGuide { slug overview } } } } }
        """;
    assertFound(search, "search.nodes.result.slug", "s-language", "s-region");

    JsonPath german = query(search, Map.of("text", "Kiebitzlisten", "locale", "de-AT"));
    assertThat(german.getString("search.nodes[0].excerpt")).contains("**Kiebitzlisten**");
    assertThat(german.getString("search.nodes[0].resolvedLocale")).isEqualTo("de");
    assertThat(german.getList("search.facets.kinds"))
        .isEqualTo(
            List.of(Map.of("value", "GUIDE", "count", 1), Map.of("value", "QUESTION", "count", 1)));
    JsonPath austrian = query(search, Map.of("text", "Zebrafinken", "locale", "de-AT"));
    assertThat(austrian.getString("search.nodes[0].excerpt")).contains("**Zebrafinken**");
    assertThat(austrian.getString("search.nodes[0].resolvedLocale")).isEqualTo("de-AT");
  }

  @Test
  void filtersLists() {
    assertFound(
        """
        query ($text: String!, $locale: String) { roleGuides(filter: {text: $text}, locale: $locale) { nodes { slug } } }
        """,
        "roleGuides.nodes.slug",
        "s-language",
        "s-region");
    assertFound(
        """
        query ($text: String!, $locale: String) { questions(filter: {text: $text}, locale: $locale) {
          facets { types { value count } } nodes { slug } } }
        """,
        "questions.nodes.slug",
        "s-language-question",
        "s-region-question");
  }

  @Test
  void filtersTheQuestionsOfGuides() {
    assertFound(
        """
        query ($text: String!, $locale: String) {
          roleGuides(filter: {slugs: ["s-language", "s-region"]}, locale: $locale) {
            nodes { questions(filter: {text: $text}) { nodes { slug } } } } }
        """,
        "roleGuides.nodes.questions.nodes.slug.flatten()",
        "s-language-question",
        "s-region-question");
  }
}
