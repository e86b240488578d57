package dev.prepgraph.answer;

import static dev.prepgraph.Published.GUIDE;
import static dev.prepgraph.Published.guideQuestions;
import static dev.prepgraph.Published.questions;
import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.answer.Answers.save;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SavedAnswerListTest {

  private static final String LIST =
      "query ($filter: SavedAnswerFilterInput, $order: SavedAnswerOrderInput, $first: Int, $after: String, $last: Int, $before: String) {"
          + " viewer { savedAnswers(filter: $filter, orderBy: $order, first: $first, after: $after, last: $last, before: $before) {"
          + " totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
          + " nodes { body } edges { cursor node { id body question { id } } } } } }";

  private final User user = User.unknown();

  /** Saves one answer a question; returns their texts, the newest first. */
  private List<String> saveSome(int count) {
    List<String> bodies = new ArrayList<>();
    for (String question : questions(count)) {
      String body = "answer " + bodies.size();
      save(user, question, 0, "body", body);
      bodies.add(body);
    }
    Collections.reverse(bodies);
    return bodies;
  }

  private JsonPath list(Map<String, ?> variables) {
    return user.query(LIST, variables).setRootPath("data.viewer.savedAnswers");
  }

  private static List<String> bodies(JsonPath page) {
    assertThat(page.<String>getList("nodes.body")).isEqualTo(page.getList("edges.node.body"));
    return page.getList("edges.node.body");
  }

  @Test
  void isPagedTheSameBothWays() {
    List<String> all = saveSome(5);
    JsonPath first = list(Map.of("first", 2));
    assertThat(bodies(first)).isEqualTo(all.subList(0, 2));
    assertThat(first.getInt("totalCount")).isEqualTo(5);
    assertThat(first.getBoolean("pageInfo.hasNextPage")).isTrue();
    assertThat(first.getBoolean("pageInfo.hasPreviousPage")).isFalse();

    JsonPath second = list(Map.of("first", 2, "after", first.getString("pageInfo.endCursor")));
    assertThat(bodies(second)).isEqualTo(all.subList(2, 4));
    JsonPath end = list(Map.of("last", 2));
    assertThat(bodies(end)).isEqualTo(all.subList(3, 5));
    assertThat(end.getBoolean("pageInfo.hasPreviousPage")).isTrue();
    JsonPath before = list(Map.of("last", 2, "before", end.getString("pageInfo.startCursor")));
    assertThat(bodies(before)).isEqualTo(all.subList(1, 3));
  }

  @Test
  void isEmptyForANewUser() {
    JsonPath page = list(Map.of());
    assertThat(page.getInt("totalCount")).isZero();
    assertThat(bodies(page)).isEmpty();
    assertThat(page.<Object>get("pageInfo.startCursor")).isNull();
  }

  @Test
  void isFiltered() {
    saveSome(3);
    save(user, questions(1).get(0), 1, "body", "answer 0", "status", "READY");
    assertThat(bodies(list(Map.of("filter", Map.of("status", "READY")))))
        .containsExactly("answer 0");
    assertThat(bodies(list(Map.of("filter", Map.of("status", "DRAFT", "stale", false)))))
        .containsExactly("answer 2", "answer 1");
    assertThat(bodies(list(Map.of("filter", Map.of("stale", true))))).isEmpty();
  }

  @Test
  void isFilteredByGuide() {
    List<String> inGuide = guideQuestions();
    List<String> outside = new ArrayList<>(questions(100));
    outside.removeAll(inGuide);
    save(user, inGuide.get(0), 0, "body", "first in the guide");
    save(user, outside.get(0), 0, "body", "outside");
    save(user, inGuide.get(1), 0, "body", "second in the guide");
    List<String> both = List.of("second in the guide", "first in the guide");

    for (Map<String, ?> filter :
        List.of(
            Map.of("guide", GUIDE),
            Map.of("guides", List.of("no-such-guide", GUIDE)),
            Map.of("guide", GUIDE, "guides", List.of(GUIDE)))) {
      JsonPath page = list(Map.of("filter", filter));
      assertThat(bodies(page)).as("%s", filter).isEqualTo(both);
      assertThat(page.getInt("totalCount")).as("%s", filter).isEqualTo(2);
    }
    for (Map<String, ?> filter :
        List.of(
            Map.of("guide", "no-such-guide"),
            Map.of("guides", List.of("no-such-guide", "nor-this")),
            Map.of("guide", GUIDE, "guides", List.of("no-such-guide")))) {
      JsonPath page = list(Map.of("filter", filter));
      assertThat(bodies(page)).as("%s", filter).isEmpty();
      assertThat(page.getInt("totalCount")).as("%s", filter).isZero();
    }
  }

  @Test
  void isFilteredByLists() {
    saveSome(3);
    save(user, questions(1).get(0), 1, "body", "answer 0", "status", "READY");
    assertThat(bodies(list(Map.of("filter", Map.of("statuses", List.of("READY", "DRAFT"))))))
        .containsExactly("answer 2", "answer 1", "answer 0");
    assertThat(bodies(list(Map.of("filter", Map.of("statuses", List.of("READY"))))))
        .containsExactly("answer 0");
    assertThat(
            bodies(list(Map.of("filter", Map.of("statuses", List.of("READY"), "status", "DRAFT")))))
        .isEmpty();
    assertThat(
            bodies(
                list(
                    Map.of(
                        "filter",
                        Map.of("statuses", List.of("READY", "DRAFT"), "status", "READY")))))
        .containsExactly("answer 0");
    assertThat(
            bodies(
                list(
                    Map.of(
                        "filter",
                        Map.of("questionIds", List.of(questions(2).get(1), "no-question"))))))
        .containsExactly("answer 1");
    for (String name : List.of("statuses", "guides", "questionIds")) {
      JsonPath none = list(Map.of("filter", Map.of(name, List.of())));
      assertThat(bodies(none)).isEmpty();
      assertThat(none.getInt("totalCount")).isZero();
    }
    assertThat(
            user.rejection(LIST, Map.of("filter", Map.of("guides", Collections.nCopies(101, "x")))))
        .isEqualTo("BAD_REQUEST filter.guides must have at most 100 entries");
  }

  @Test
  void isOrdered() {
    saveSome(4);
    save(user, questions(2).get(1), 1, "body", "answer 1 again");
    List<String> byUpdate = List.of("answer 0", "answer 2", "answer 3", "answer 1 again");
    List<String> byCreation = List.of("answer 0", "answer 1 again", "answer 2", "answer 3");
    Map.of("UPDATED_AT", byUpdate, "CREATED_AT", byCreation)
        .forEach(
            (field, ascending) -> {
              List<String> descending = new ArrayList<>(ascending);
              Collections.reverse(descending);
              walk(Map.of("field", field), ascending);
              walk(Map.of("field", field, "direction", "DESC"), descending);
            });
    JsonPath none = list(Map.of("first", 0));
    assertThat(none.getInt("totalCount")).isEqualTo(4);
    assertThat(bodies(none)).isEmpty();
    assertThat(none.getBoolean("pageInfo.hasNextPage")).isTrue();
    String cursor =
        list(Map.of("order", Map.of("field", "UPDATED_AT"))).getString("pageInfo.startCursor");
    assertThat(user.rejection(LIST, Map.of("after", cursor))).startsWith("BAD_REQUEST ");
  }

  private void walk(Map<String, Object> order, List<String> expected) {
    List<String> forward = new ArrayList<>();
    List<String> backward = new ArrayList<>();
    Map<String, Object> next = new HashMap<>(Map.of("order", order, "first", 3));
    Map<String, Object> previous = new HashMap<>(Map.of("order", order, "last", 3));
    for (int i = 0; i < 2; i++) {
      JsonPath page = list(next);
      forward.addAll(bodies(page));
      next.put("after", page.getString("pageInfo.endCursor"));
      page = list(previous);
      backward.addAll(0, bodies(page));
      previous.put("before", page.getString("pageInfo.startCursor"));
    }
    assertThat(forward).isEqualTo(expected).isEqualTo(backward);
  }

  @Test
  void rejectsCursorsOfOtherListsAndUsers() {
    saveSome(2);
    User other = User.unknown();
    save(other, questions(1).get(0), 0, "body", "x");
    String foreign =
        other.query(LIST, Map.of()).getString("viewer.savedAnswers.pageInfo.endCursor");
    String filtered =
        list(Map.of("filter", Map.of("status", "DRAFT"))).getString("pageInfo.endCursor");
    for (String cursor : List.of(foreign, filtered, "nonsense", "")) {
      assertThat(user.rejection(LIST, Map.of("after", cursor))).startsWith("BAD_REQUEST ");
    }
    for (int size : new int[] {101, -1}) {
      assertThat(user.rejection(LIST, Map.of("first", size))).startsWith("BAD_REQUEST ");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void takesAFixedNumberOfStatements(int answers) {
    saveSome(answers);
    // To enter; the list; the questions are in the catalogue's cache by then.
    list(Map.of("first", answers));
    assertThat(during(() -> list(Map.of("first", answers)))).hasSize(2);
    // The histories of all answers are read at once.
    String histories =
        "{ viewer { savedAnswers(first: 20) { edges { node { revisions(first: 5) { totalCount edges { node { body } } } } } } } }";
    assertThat(during(() -> user.query(histories))).hasSize(3);
    String nested = "{ questions(first: 20) { edges { node { myAnswer { body } } } } }";
    user.query(nested);
    assertThat(during(() -> user.query(nested))).hasSize(2);
  }

  @Test
  void returnsTheHistoryOfEachAnswer() {
    List<String> questions = questions(2);
    for (int i = 0; i < 3; i++) {
      save(user, questions.get(0), i, "body", "first " + i);
    }
    save(user, questions.get(1), 0, "body", "second");
    JsonPath answers =
        user.query(
            "{ viewer { savedAnswers { edges { node { id revisions(first: 2) { totalCount pageInfo { endCursor hasNextPage }"
                + " edges { node { version body status savedAt } } } } } } } }");
    answers.setRootPath("data.viewer.savedAnswers");
    assertThat(answers.getList("edges.node.revisions.totalCount")).isEqualTo(List.of(1, 3));
    assertThat(answers.getList("edges[1].node.revisions.edges.node.body"))
        .isEqualTo(List.of("first 2", "first 1"));

    String next =
        "query ($id: ID!, $after: String) { node(id: $id) { ... on SavedAnswer { revisions(after: $after) { edges { node { body } } } } } }";
    String cursor = answers.getString("edges[1].node.revisions.pageInfo.endCursor");
    assertThat(
            user.query(next, Map.of("id", answers.getString("edges[1].node.id"), "after", cursor))
                .getList("node.revisions.edges.node.body"))
        .isEqualTo(List.of("first 0"));
    assertThat(
            user.rejection(
                next, Map.of("id", answers.getString("edges[0].node.id"), "after", cursor)))
        .startsWith("BAD_REQUEST ");

    String twice =
        "query ($ids: [ID!]!, $after: String) { nodes(ids: $ids) { ... on SavedAnswer { revisions(after: $after) { totalCount pageInfo { endCursor } edges { node { body } } } } } }";
    String id = answers.getString("edges[1].node.id");
    JsonPath last = user.query(twice, Map.of("ids", List.of(id, id), "after", cursor));
    assertThat(last.getList("nodes.revisions.edges.node.body"))
        .isEqualTo(List.of(List.of("first 0"), List.of("first 0")));
    String end = last.getString("nodes[0].revisions.pageInfo.endCursor");
    JsonPath behind = user.query(twice, Map.of("ids", List.of(id), "after", end));
    assertThat(behind.getList("nodes[0].revisions.edges")).isEmpty();
    assertThat(behind.getInt("nodes[0].revisions.totalCount")).isEqualTo(3);
  }

  @Test
  void requiresALogin() {
    assertThat(GraphQL.query(LIST, Map.of()).<Object>get("viewer")).isNull();
    assertThat(
            GraphQL.query("{ questions(first: 2) { edges { node { myAnswer { id } } } } }")
                .getList("questions.edges.node.myAnswer"))
        .containsOnlyNulls();
  }
}
