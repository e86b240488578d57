package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.GraphQL.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arguments of catalogue lists at their bounds. */
@QuarkusTest
class ListArgumentsTest {

  private static final String STALE =
      "BAD_REQUEST The cursor does not belong to this list as it is now; start again without it";

  private static final String GUIDE = "roleGuide(slug: \"senior-backend-developer\")";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "questions(filter: {types: []})",
        "questions(filter: {difficulties: []})",
        "questions(filter: {tags: []})",
        "questions(filter: {criteria: []})",
        "questions(filter: {ids: []})",
        "questions(filter: {slugs: []})",
        "questions(filter: {guides: []})",
        "questions(filter: {families: []})",
        "questions(filter: {seniorities: []})",
        "questions(filter: {ids: [\"nonsense\"]})",
        "questions(filter: {slugs: [\"no-such-question\"]})",
        "questions(filter: {changedAfter: \"9999-01-01T00:00:00Z\"})",
        "questions(filter: {type: \"coding\", types: [\"behavioral\"]})",
        "roleGuides(filter: {families: []})",
        "roleGuides(filter: {seniorities: []})",
        "roleGuides(filter: {ids: []})",
        "roleGuides(filter: {slugs: []})",
        "roleGuides(filter: {changedAfter: \"9999-01-01T00:00:00Z\"})",
        "search(text: \"test\", kinds: [])",
        "search(text: \"test\", families: [])",
        "search(text: \"test\", kinds: [CRITERION], families: [\"software-engineering\"])",
      })
  void matchesNothing(String field) {
    JsonPath page = query("{ page: " + field + " { totalCount nodes { __typename } } }");
    assertThat(page.getInt("page.totalCount")).isZero();
    assertThat(page.getList("page.nodes")).isEmpty();
    if (field.startsWith("questions")) {
      assertThat(
              query("{ " + GUIDE + " { page: " + field + " { totalCount } } }")
                  .getInt("roleGuide.page.totalCount"))
          .isZero();
    }
  }

  @Test
  void idsOfOtherKindsMatchNothing() {
    JsonPath ids =
        query("{ " + GUIDE + " { id questions(first: 1) { nodes { id } } } }")
            .setRootPath("data.roleGuide");
    String guide = ids.getString("id");
    String question = ids.getString("questions.nodes[0].id");
    String document =
        "query($ids: [ID!]) { guides: roleGuides(filter: {ids: $ids}) { nodes { id } } questions(filter: {ids: $ids}) { nodes { id } } }";

    JsonPath found = query(document, Map.of("ids", List.of(guide, question, "x", guide)));

    assertThat(found.getList("guides.nodes.id")).isEqualTo(List.of(guide));
    assertThat(found.getList("questions.nodes.id")).isEqualTo(List.of(question));
  }

  @Test
  void oneGuideMeetsAllConditionsOnGuides() {
    String both = "{ page: questions(filter: %s, first: 100) { nodes { guides { seniority } } } }";
    JsonPath found =
        query(both.formatted("{families: [\"quality-assurance\"], seniorities: [SENIOR]}"));
    assertThat(found.getList("page.nodes")).isEmpty();
    assertThat(
            query(both.formatted("{guides: [\"qa-engineer-intern\", \"no-such-guide\"]}"))
                .getList("page.nodes"))
        .isNotEmpty();
  }

  @Test
  void rejectsLongLists() {
    List<String> many = Collections.nCopies(101, "x");
    List<String> wide = List.of("x", "y".repeat(101));
    for (String name : List.of("types", "tags", "criteria", "slugs", "guides", "families")) {
      String document =
          "query($list: [String!]) { questions(filter: {%s: $list}) { totalCount } }"
              .formatted(name);
      assertThat(rejection(document, Map.of("list", many)))
          .isEqualTo("BAD_REQUEST filter." + name + " must have at most 100 entries");
      assertThat(rejection(document, Map.of("list", wide)))
          .isEqualTo("BAD_REQUEST filter." + name + "[1] must have at most 100 characters");
      assertThat(
              query(document, Map.of("list", many.subList(0, 100))).getInt("questions.totalCount"))
          .isZero();
    }
    assertThat(
            rejection(
                "query($list: [ID!]) { roleGuides(filter: {ids: $list}) { totalCount } }",
                Map.of("list", many)))
        .isEqualTo("BAD_REQUEST filter.ids must have at most 100 entries");
    assertThat(
            rejection(
                "query($list: [String!]) { search(text: \"test\", families: $list) { totalCount } }",
                Map.of("list", many)))
        .isEqualTo("BAD_REQUEST families must have at most 100 entries");
    assertThat(rejection("{ questions(filter: {types: [null]}) { totalCount } }"))
        .startsWith("BAD_REQUEST");
  }

  @Test
  void anEmptyPageHasCountsAndFacets() {
    JsonPath data =
        query(
            """
            { all: questions { totalCount }
              none: questions(first: 0) { totalCount nodes { slug } edges { cursor } facets { difficulties { value count } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
              last: roleGuides(last: 0) { totalCount nodes { slug } pageInfo { hasNextPage hasPreviousPage } }
              search(text: "test", first: 0) { totalCount nodes { excerpt } facets { kinds { value count } } pageInfo { hasNextPage } }
              roleGuide(slug: "senior-backend-developer") { questions(first: 0) { totalCount nodes { slug } pageInfo { hasNextPage } } } }
            """);

    int total = data.getInt("all.totalCount");
    assertThat(data.getInt("none.totalCount")).isEqualTo(total);
    assertThat(data.getList("none.nodes")).isEmpty();
    assertThat(data.getList("none.edges")).isEmpty();
    assertThat(
            data.getList("none.facets.difficulties.count", Integer.class).stream()
                .mapToInt(n -> n)
                .sum())
        .isEqualTo(total);
    assertThat(data.getMap("none.pageInfo"))
        .containsEntry("hasNextPage", true)
        .containsEntry("hasPreviousPage", false)
        .containsEntry("startCursor", null)
        .containsEntry("endCursor", null);
    assertThat(data.getList("last.nodes")).isEmpty();
    assertThat(data.getInt("last.totalCount")).isPositive();
    assertThat(data.getBoolean("last.pageInfo.hasNextPage")).isFalse();
    assertThat(data.getBoolean("last.pageInfo.hasPreviousPage")).isTrue();
    assertThat(data.getInt("search.totalCount")).isPositive();
    assertThat(data.getList("search.nodes")).isEmpty();
    assertThat(data.getList("search.facets.kinds")).isNotEmpty();
    assertThat(data.getBoolean("search.pageInfo.hasNextPage")).isTrue();
    assertThat(data.getInt("roleGuide.questions.totalCount")).isEqualTo(22);
    assertThat(data.getList("roleGuide.questions.nodes")).isEmpty();
    assertThat(data.getBoolean("roleGuide.questions.pageInfo.hasNextPage")).isTrue();
  }

  @Test
  void cursorsBelongToAnOrder() {
    String document =
        "query($after: String, $direction: OrderDirection) { page: questions(first: 1, after: $after, orderBy: {field: DIFFICULTY, direction: $direction}) { pageInfo { endCursor } } }";
    String cursor =
        query(document, Map.of("direction", "DESC")).getString("page.pageInfo.endCursor");

    query(document, Map.of("direction", "DESC", "after", cursor));
    assertThat(rejection(document, Map.of("direction", "ASC", "after", cursor))).isEqualTo(STALE);
    assertThat(
            rejection(
                "query($after: String) { questions(after: $after) { totalCount } }",
                Map.of("after", cursor)))
        .isEqualTo(STALE);
    String ofGuide =
        "query($after: String) { roleGuide(slug: \"senior-backend-developer\") { questions(first: 1, after: $after%s) { pageInfo { endCursor } } } }";
    String byPosition =
        query(ofGuide.formatted("")).getString("roleGuide.questions.pageInfo.endCursor");
    assertThat(
            rejection(
                ofGuide.formatted(", orderBy: {field: DIFFICULTY}"), Map.of("after", byPosition)))
        .isEqualTo(STALE);
    query(ofGuide.formatted(", orderBy: {field: POSITION}"), Map.of("after", byPosition));
  }
}
