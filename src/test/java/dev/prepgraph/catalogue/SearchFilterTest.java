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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches by kind and family, both ways, with facets. */
@QuarkusTest
class SearchFilterTest {

  private static final String SEARCH =
      """
      query($text: String!, $kinds: [SearchKind!], $families: [String!], $first: Int, $after: String, $last: Int, $before: String) {
        search(text: $text, kinds: $kinds, families: $families, first: $first, after: $after, last: $last, before: $before) {
          totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          facets { kinds { value count } families { value count } }
          edges { node { excerpt } }
          nodes { excerpt result { __typename
            ... on RoleGuide { slug family { slug } } ... on Question { slug guides { family { slug } } } ... on Criterion { slug } } } } }
      """;

  private static JsonPath search(Object... variables) {
    Map<String, Object> given = new HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      given.put((String) variables[i], variables[i + 1]);
    }
    return query(SEARCH, given).setRootPath("data.search");
  }

  private static List<Map<String, Object>> results(String text) {
    return walk("first", "after", "hasNextPage", "endCursor", Map.of("text", text));
  }

  private static List<Map<String, Object>> walk(
      String size, String cursor, String more, String next, Map<String, Object> filter) {
    List<Map<String, Object>> all = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>(filter);
    variables.put(size, 7);
    JsonPath page;
    do {
      page = query(SEARCH, variables).setRootPath("data.search");
      assertThat(page.<String>getList("nodes.excerpt"))
          .isEqualTo(page.<String>getList("edges.node.excerpt"));
      all.addAll(size.equals("last") ? 0 : all.size(), page.getList("nodes.result"));
      variables.put(cursor, page.getString("pageInfo." + next));
    } while (page.getBoolean("pageInfo." + more));
    assertThat(all).hasSize(page.getInt("totalCount"));
    return all;
  }

  private static String kind(Map<String, Object> result) {
    return switch ((String) result.get("__typename")) {
      case "RoleGuide" -> "GUIDE";
      case "Question" -> "QUESTION";
      default -> "CRITERION";
    };
  }

  private static List<String> families(Map<String, Object> result) {
    return switch ((String) result.get("__typename")) {
      case "RoleGuide" -> List.of(family(result));
      case "Question" ->
          ((List<?>) result.get("guides"))
              .stream().map(SearchFilterTest::family).distinct().toList();
      default -> List.of();
    };
  }

  private static String family(Object guide) {
    return (String) ((Map<?, ?>) ((Map<?, ?>) guide).get("family")).get("slug");
  }

  private static Map<String, Integer> facet(JsonPath page, String name) {
    return page.<Map<String, Object>>getList("facets." + name).stream()
        .collect(
            Collectors.toMap(
                value -> (String) value.get("value"), value -> (Integer) value.get("count")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "deadlock", "photosynthesis database interview", "zzzzqqq"})
  void filtersAndCountsWhatTheTextFinds(String text) {
    List<Map<String, Object>> all = results(text);
    Map<String, Integer> kinds = new HashMap<>();
    Map<String, Integer> families = new HashMap<>();
    all.forEach(result -> kinds.merge(kind(result), 1, Integer::sum));
    all.forEach(result -> families(result).forEach(f -> families.merge(f, 1, Integer::sum)));
    assertThat(facet(search("text", text), "kinds")).isEqualTo(kinds);
    assertThat(facet(search("text", text), "families")).isEqualTo(families);

    for (String kind : List.of("GUIDE", "QUESTION", "CRITERION")) {
      List<Map<String, Object>> expected =
          all.stream().filter(result -> kind(result).equals(kind)).toList();
      Map<String, Object> filter = Map.of("text", text, "kinds", List.of(kind));
      assertThat(walk("first", "after", "hasNextPage", "endCursor", filter)).isEqualTo(expected);
      assertThat(facet(search("text", text, "kinds", List.of(kind)), "kinds")).isEqualTo(kinds);
    }
    for (String family : families.keySet()) {
      List<Map<String, Object>> expected =
          all.stream().filter(result -> families(result).contains(family)).toList();
      Map<String, Object> filter =
          Map.of("text", text, "families", List.of(family), "kinds", List.of("GUIDE", "QUESTION"));
      assertThat(walk("last", "before", "hasPreviousPage", "startCursor", filter))
          .isEqualTo(expected);
    }
  }

  @Test
  void pagesTheSameBothWays() {
    for (String text : List.of("test", "photosynthesis database interview")) {
      assertThat(walk("last", "before", "hasPreviousPage", "startCursor", Map.of("text", text)))
          .hasSizeGreaterThan(14)
          .isEqualTo(results(text));
    }
    JsonPath first = search("text", "test", "first", 10);
    JsonPath between =
        search(
            "text",
            "test",
            "first",
            100,
            "after",
            first.getString("pageInfo.startCursor"),
            "before",
            first.getString("pageInfo.endCursor"));
    assertThat(between.getList("nodes.result"))
        .isEqualTo(first.getList("nodes.result").subList(1, 9));
  }

  @Test
  void aCursorBelongsToItsFilter() {
    String cursor = search("text", "test", "first", 1).getString("pageInfo.endCursor");
    assertThat(
            rejection(
                SEARCH, Map.of("text", "test", "after", cursor, "kinds", List.of("QUESTION"))))
        .startsWith("BAD_REQUEST The cursor");
    assertThat(rejection(SEARCH, Map.of("text", "test", "after", cursor, "families", List.of("x"))))
        .startsWith("BAD_REQUEST The cursor");
    assertThat(rejection(SEARCH, Map.of("text", "test", "first", 1, "last", 1)))
        .isEqualTo("BAD_REQUEST Give first or last, not both");
  }
}
