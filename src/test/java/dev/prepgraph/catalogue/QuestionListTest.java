package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.GraphQL.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuestionListTest {

  private static final String PAGE =
      """
      query($first: Int, $after: String, $last: Int, $before: String) {
        page: questions(first: $first, after: $after, last: $last, before: $before) {
          totalCount edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
      """;

  private static final String STALE =
      "BAD_REQUEST The cursor does not belong to this list as it is now; start again without it";

  private static List<String> walk(
      String size, String cursor, String more, String next, String document) {
    List<String> slugs = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>(Map.of(size, 17));
    while (true) {
      JsonPath data = query(document, variables);
      List<String> page = data.getList("page.edges.node.slug", String.class);
      slugs.addAll(size.equals("last") ? 0 : slugs.size(), page);
      if (!data.getBoolean("page.pageInfo." + more)) {
        assertThat(slugs).hasSize(data.getInt("page.totalCount"));
        return slugs;
      }
      variables.put(cursor, data.getString("page.pageInfo." + next));
    }
  }

  @Test
  void walksAllQuestionsBothWaysInTheSameOrder() {
    List<String> forward = walk("first", "after", "hasNextPage", "endCursor", PAGE);
    List<String> backward = walk("last", "before", "hasPreviousPage", "startCursor", PAGE);

    assertThat(forward)
        .hasSizeGreaterThan(100)
        .isSorted()
        .doesNotHaveDuplicates()
        .isEqualTo(backward);
  }

  @Test
  void walksAGuidesQuestionsBothWaysInTheGuidesOrder() {
    String document =
        PAGE.replace(
                "page: questions(", "roleGuide(slug: \"qa-engineer-intern\") { page: questions(")
            + "}";
    document = document.replace("} }\n", "} }\n");
    List<String> all =
        query(
                "{ roleGuide(slug: \"qa-engineer-intern\") { questions(first: 100) { edges { node { slug } } } } }")
            .getList("roleGuide.questions.edges.node.slug", String.class);
    List<String> forward = new ArrayList<>();
    List<String> backward = new ArrayList<>();
    String after = null;
    String before = null;
    for (int i = 0; i < all.size(); i += 4) {
      JsonPath next =
          query(document, variables("first", 4, "after", after)).setRootPath("data.roleGuide.page");
      forward.addAll(next.getList("edges.node.slug", String.class));
      after = next.getString("pageInfo.endCursor");
      JsonPath previous =
          query(document, variables("last", 4, "before", before))
              .setRootPath("data.roleGuide.page");
      backward.addAll(0, previous.getList("edges.node.slug", String.class));
      before = previous.getString("pageInfo.startCursor");
    }
    assertThat(forward).isEqualTo(all).isEqualTo(backward);
  }

  private static Map<String, Object> variables(String size, int count, String name, String cursor) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(size, count);
    variables.put(name, cursor);
    return variables;
  }

  @Test
  void filtersInEveryWay() {
    JsonPath data =
        query(
            """
            { type: questions(filter: {type: "system-design"}) { totalCount edges { node { type { slug } } } }
              hard: questions(first: 100, filter: {difficulty: HARD}) { edges { node { difficulty } } }
              tag: questions(filter: {tag: "transactions"}) { edges { node { slug } } }
              criterion: questions(first: 100, filter: {criterion: "test-design"}) { edges { node { criteria { slug } } } }
              guide: questions(first: 100, filter: {guide: "senior-backend-developer"}) { totalCount edges { node { guides { slug } } } }
              text: questions(filter: {text: "deadlock"}) { edges { node { slug } } }
              all: questions(filter: {guide: "senior-backend-developer", type: "coding", difficulty: HARD, text: "transaction"}) {
                edges { node { slug } } } }
            """);

    assertThat(data.getList("type.edges.node.type.slug"))
        .isNotEmpty()
        .containsOnly("system-design");
    assertThat(data.getList("hard.edges.node.difficulty")).isNotEmpty().containsOnly("HARD");
    assertThat(data.getList("tag.edges.node.slug"))
        .containsExactly(
            "explain-transactions-with-a-transfer",
            "isolation-levels-and-write-skew",
            "message-delivered-twice",
            "review-a-service-method-that-loses-updates",
            "side-effects-inside-a-transaction");
    assertThat(data.getList("criterion.edges.node.criteria.slug", List.class))
        .isNotEmpty()
        .allMatch(slugs -> slugs.contains("test-design"));
    assertThat(data.getInt("guide.totalCount")).isEqualTo(22);
    assertThat(data.getList("guide.edges.node.guides.slug", List.class))
        .allMatch(slugs -> slugs.contains("senior-backend-developer"));
    assertThat(data.getList("text.edges.node.slug"))
        .contains("explain-transactions-with-a-transfer");
    assertThat(data.getList("all.edges.node.slug"))
        .containsExactly("review-a-service-method-that-loses-updates");
  }

  @Test
  void filtersAGuidesQuestionsTheSameWay() {
    JsonPath data =
        query(
                """
            { roleGuide(slug: "senior-backend-developer") {
                a: questions(filter: {type: "coding", difficulty: HARD}) { totalCount edges { node { slug } } }
                b: questions(filter: {tag: "queues"}) { edges { node { slug } } }
                c: questions(filter: {criterion: "mentoring-and-influence", text: "scoring UPDATE"}) { edges { node { slug } } }
                d: questions(filter: {guide: "devops-engineer-junior"}) { edges { node { slug } } } } }
            """)
            .setRootPath("data.roleGuide");

    assertThat(data.getList("a.edges.node.slug"))
        .containsExactly("review-a-service-method-that-loses-updates");
    assertThat(data.getInt("a.totalCount")).isEqualTo(1);
    assertThat(data.getList("b.edges.node.slug")).containsExactly("design-a-notification-service");
    assertThat(data.getList("c.edges.node.slug"))
        .containsExactly("review-a-service-method-that-loses-updates");
    assertThat(data.getList("d.edges.node.slug"))
        .containsExactly("tell-me-about-yourself", "why-this-role-and-company");
  }

  @Test
  void aSharedQuestionIsInBothGuides() {
    assertThat(
            query("{ question(slug: \"how-a-hash-map-works\") { guides { slug } } }")
                .getList("question.guides.slug"))
        .containsExactly("backend-developer-intern", "software-engineer-intern");
  }

  @Test
  void rejectsPageSizesOutOfRange() {
    assertThat(rejection("{ questions(first: 101) { totalCount } }"))
        .isEqualTo("BAD_REQUEST first must be 0 to 100");
    assertThat(rejection("{ questions(last: -1) { totalCount } }"))
        .isEqualTo("BAD_REQUEST last must be 0 to 100");
    assertThat(rejection("{ questions(first: 1, last: 1) { totalCount } }"))
        .isEqualTo("BAD_REQUEST Give first or last, not both");
  }

  @Test
  void rejectsForgedAndForeignCursors() {
    String cursor =
        query("{ questions(first: 1) { pageInfo { endCursor } } }")
            .getString("questions.pageInfo.endCursor");
    String document = "query($after: String) { questions(after: $after) { totalCount } }";
    for (String forged :
        List.of("", "x", "AAAA", cursor + "A", cursor.substring(1), flipLast(cursor))) {
      assertThat(rejection(document, Map.of("after", forged))).as(forged).isEqualTo(STALE);
    }
    assertThat(
            rejection(
                "query($after: String) { roleGuides(after: $after) { totalCount } }",
                Map.of("after", cursor)))
        .isEqualTo(STALE);
    assertThat(
            rejection(
                "query($after: String) { questions(filter: {difficulty: HARD}, after: $after) { totalCount } }",
                Map.of("after", cursor)))
        .isEqualTo(STALE);
    assertThat(
            rejection(
                "query($after: String) { roleGuide(slug: \"qa-engineer-intern\") { questions(after: $after) { totalCount } } }",
                Map.of("after", cursor)))
        .isEqualTo(STALE);
  }

  private static String flipLast(String cursor) {
    char last = cursor.charAt(cursor.length() - 1);
    return cursor.substring(0, cursor.length() - 1) + (last == 'A' ? 'B' : 'A');
  }

  @Test
  void rejectsFiltersThatAreTooLong() {
    assertThat(
            rejection(
                "query($t: String) { questions(filter: {text: $t}) { totalCount } }",
                Map.of("t", "a".repeat(201))))
        .isEqualTo("BAD_REQUEST filter.text must have at most 200 characters");
  }

  @Test
  void hostileFiltersFindNothing() {
    for (String hostile :
        List.of(
            "' or 1=1 --", "%", "\\", "a & b | !c <-> :*", "'; drop table x; --", "\uD83D\uDE00")) {
      JsonPath data =
          query(
              "query($t: String) { a: questions(filter: {tag: $t}) { totalCount } b: questions(filter: {guide: $t}) { totalCount } }",
              Map.of("t", hostile));
      assertThat(data.getInt("a.totalCount") + data.getInt("b.totalCount")).as(hostile).isZero();
    }
    assertThat(
            Collections.max(
                query("{ questions(last: 1) { totalCount } }").getMap("questions").values().stream()
                    .map(Object::toString)
                    .map(Integer::valueOf)
                    .toList()))
        .isGreaterThan(100);
  }
}
