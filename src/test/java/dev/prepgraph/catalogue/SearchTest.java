package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.GraphQL.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchTest {

  private static final String SEARCH =
      """
      query($text: String!, $first: Int, $after: String, $locale: String) {
        search(text: $text, first: $first, after: $after, locale: $locale) { totalCount pageInfo { hasNextPage endCursor }
          edges { node { excerpt result { __typename
            ... on RoleGuide { slug } ... on Question { slug } ... on Criterion { slug name } } } } } }
      """;

  private static JsonPath search(String text) {
    return query(SEARCH, Map.of("text", text)).setRootPath("data.search");
  }

  private static List<String> slugs(String text) {
    return search(text).getList("edges.node.result.slug", String.class);
  }

  @Test
  void ranksNamesAboveTheirMentions() {
    assertThat(slugs("backend developer intern").get(0)).isEqualTo("backend-developer-intern");
    assertThat(slugs("hash map").get(0)).isEqualTo("how-a-hash-map-works");
    assertThat(slugs("attention to detail").get(0)).isEqualTo("attention-to-detail");
  }

  @Test
  void findsGuidesByTheirFaqs() {
    assertThat(slugs("not good at drawing")).contains("frontend-developer-intern");
  }

  @Test
  void toleratesTypingErrors() {
    assertThat(slugs("datbase indx")).contains("explain-database-index");
    assertThat(slugs("isolaton levels")).contains("isolation-levels-and-write-skew");
    assertThat(slugs("pyhton")).isEqualTo(slugs("python"));
  }

  @Test
  void findsWordsInTheirOtherForms() {
    assertThat(slugs("transactional")).contains("explain-transactions-with-a-transfer");
  }

  @Test
  void findsAnyWordWhereNothingHasThemAll() {
    assertThat(slugs("kubernetes deadlock photosynthesis")).isNotEmpty();
    assertThat(slugs("photosynthesis zygote")).isEmpty();
  }

  @Test
  void marksWhatMatched() {
    JsonPath hits = search("deadlock");
    assertThat(hits.getList("edges.node.excerpt", String.class))
        .isNotEmpty()
        .allMatch(excerpt -> excerpt.matches("(?is).*\\*\\*deadlocks?\\*\\*.*"))
        .noneMatch(excerpt -> excerpt.contains("\n"));
  }

  @Test
  void walksAllHitsOnceBestFirst() {
    List<String> all = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>(Map.of("text", "test", "first", 7));
    JsonPath page;
    do {
      page = query(SEARCH, variables).setRootPath("data.search");
      all.addAll(page.getList("edges.node.result.slug", String.class));
      variables.put("after", page.getString("pageInfo.endCursor"));
    } while (page.getBoolean("pageInfo.hasNextPage"));

    assertThat(all)
        .hasSize(page.getInt("totalCount"))
        .hasSizeGreaterThan(20)
        .doesNotHaveDuplicates();
    assertThat(
            query(SEARCH, Map.of("text", "test", "first", 100))
                .getList("search.edges.node.result.slug"))
        .isEqualTo(all.subList(0, Math.min(100, all.size())));
  }

  @Test
  void searchesInTheWantedLanguage() {
    JsonPath german =
        query(SEARCH, Map.of("text", "Überweisung", "locale", "de")).setRootPath("data.search");
    assertThat(german.getList("edges.node.result.slug"))
        .contains("explain-transactions-with-a-transfer");
    assertThat(slugs("Überweisung")).doesNotContain("explain-transactions-with-a-transfer");
    // untranslated entries are found by their own text
    assertThat(
            query(SEARCH, Map.of("text", "serializable", "locale", "de"))
                .getList("search.edges.node.result.slug"))
        .contains("isolation-levels-and-write-skew");
  }

  @Test
  void rejectsEmptyAndLongText() {
    String rejected = "BAD_REQUEST text must have 1 to 200 characters and not be blank";
    assertThat(rejection(SEARCH, Map.of("text", " "))).isEqualTo(rejected);
    assertThat(rejection(SEARCH, Map.of("text", "a".repeat(201)))).isEqualTo(rejected);
    assertThat(rejection(SEARCH, Map.of("text", "a\u0000b")))
        .isEqualTo("BAD_REQUEST A text holds characters that are not allowed");
  }

  @Test
  void treatsSyntaxAsText() {
    int expected = search("index").getInt("totalCount");
    for (String hostile :
        List.of(
            "index:*",
            "!index",
            "index &",
            "(index",
            "'index'",
            "index\\",
            "index <-> ",
            "| index")) {
      assertThat(search(hostile).getInt("totalCount")).as(hostile).isEqualTo(expected);
    }
    for (String nothing : List.of("&", "!!", "''", "the", "\\", "<script>")) {
      assertThat(search(nothing).getList("edges")).as(nothing).isNotNull();
    }
  }

  @Test
  void aCursorBelongsToItsSearch() {
    String cursor =
        query(SEARCH, Map.of("text", "test", "first", 1)).getString("search.pageInfo.endCursor");
    assertThat(rejection(SEARCH, Map.of("text", "index", "after", cursor)))
        .startsWith("BAD_REQUEST The cursor");
  }
}
