package dev.prepgraph.interview;

import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.interview.Tracking.move;
import static dev.prepgraph.interview.Tracking.stage;
import static dev.prepgraph.interview.Tracking.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class InterviewListTest {

  private static final String LIST =
      """
      query($filter: InterviewFilterInput, $order: InterviewOrderInput, $first: Int, $after: String, $last: Int, $before: String) { viewer {
        interviews(filter: $filter, orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
          totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { company } edges { node { company } cursor } } } }
      """;

  private static JsonPath list(User user, Object... arguments) {
    Map<String, Object> variables = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      variables.put((String) arguments[i], arguments[i + 1]);
    }
    return user.query(LIST, variables).setRootPath("data.viewer.interviews");
  }

  private static List<String> companies(JsonPath page) {
    return page.getList("edges.node.company");
  }

  private static List<String> matching(User user, Object... filter) {
    Map<String, Object> given = new HashMap<>();
    for (int i = 0; i < filter.length; i += 2) {
      given.put((String) filter[i], filter[i + 1]);
    }
    JsonPath page = list(user, "filter", given);
    assertThat(page.getInt("totalCount")).isEqualTo(companies(page).size());
    return companies(page);
  }

  @Test
  void isPagedBothWays() {
    User user = User.unknown();
    for (String company : List.of("A", "B", "C", "D", "E")) {
      track(user, "company", company);
    }

    JsonPath first = list(user, "first", 2);
    assertThat(companies(first)).containsExactly("E", "D");
    assertThat(first.getInt("totalCount")).isEqualTo(5);
    assertThat(first.getBoolean("pageInfo.hasNextPage")).isTrue();
    JsonPath second = list(user, "first", 2, "after", first.getString("pageInfo.endCursor"));
    assertThat(companies(second)).containsExactly("C", "B");
    JsonPath last = list(user, "last", 2, "before", second.getString("pageInfo.startCursor"));
    assertThat(companies(last)).containsExactly("E", "D");
    assertThat(companies(list(user, "last", 2))).containsExactly("B", "A");
    assertThat(companies(list(user))).containsExactly("E", "D", "C", "B", "A");
    String cursor = first.getString("pageInfo.endCursor");
    assertThat(User.unknown().rejection(LIST, Map.of("after", cursor))).startsWith("BAD_REQUEST");
    assertThat(user.rejection(LIST, Map.of("after", cursor, "filter", Map.of("closed", false))))
        .startsWith("BAD_REQUEST");
    assertThat(user.rejection(LIST, Map.of("first", 101))).startsWith("BAD_REQUEST");
  }

  @Test
  void isFilteredByStageAndDay() {
    User user = User.unknown();
    // On the 2nd in Tokyo, while it is the 1st in UTC.
    track(user, "company", "A", "scheduledAt", "2027-03-01T20:00:00Z", "timeZone", "Asia/Tokyo");
    track(user, "company", "B", "scheduledAt", "2027-03-01T20:00:00Z");
    String c = track(user, "company", "C");
    move(user, c, stage(user, "Rejected"), null);

    assertThat(matching(user, "from", "2027-03-02")).containsExactly("A");
    assertThat(matching(user, "to", "2027-03-01")).containsExactly("B");
    assertThat(matching(user, "from", "2027-03-01", "to", "2027-03-02")).containsExactly("B", "A");
    assertThat(matching(user, "from", "2027-03-03")).isEmpty();
    assertThat(matching(user, "stageId", stage(user, "Rejected"))).containsExactly("C");
    assertThat(matching(user, "closed", false)).containsExactly("B", "A");
    assertThat(matching(user, "closed", true, "stageId", stage(user, "Saved"))).isEmpty();
    assertThat(matching(user, "stageId", stage(User.unknown(), "Saved"))).isEmpty();
    assertThat(matching(user, "stageId", "nonsense")).isEmpty();
    assertThat(user.rejection(LIST, Map.of("filter", Map.of("from", "+999999999-01-01"))))
        .startsWith("BAD_REQUEST");
  }

  @Test
  void isFilteredByLists() {
    User user = User.unknown();
    String guide =
        GraphQL.query("{ roleGuide(slug: \"backend-developer-intern\") { id } }")
            .getString("roleGuide.id");
    track(user, "company", "A", "guideId", guide);
    track(user, "company", "B");
    move(user, track(user, "company", "C"), stage(user, "Rejected"), null);

    String saved = stage(user, "Saved");
    String rejected = stage(user, "Rejected");
    assertThat(matching(user, "stageIds", List.of(saved, rejected))).containsExactly("C", "B", "A");
    assertThat(matching(user, "stageIds", List.of("nonsense", rejected))).containsExactly("C");
    assertThat(matching(user, "stageIds", List.of(saved), "stageId", rejected)).isEmpty();
    assertThat(matching(user, "stageIds", List.of(saved, rejected), "stageId", rejected))
        .containsExactly("C");
    assertThat(matching(user, "stageIds", List.of())).isEmpty();
    assertThat(matching(user, "guides", List.of("backend-developer-intern", "x")))
        .containsExactly("A");
    assertThat(matching(user, "guides", List.of())).isEmpty();
    assertThat(
            user.rejection(
                LIST, Map.of("filter", Map.of("stageIds", Collections.nCopies(101, saved)))))
        .isEqualTo("BAD_REQUEST filter.stageIds must have at most 100 entries");
  }

  @ParameterizedTest
  @CsvSource({
    "CREATED_AT, ASC, 'a é|B|a|c|É'",
    "CREATED_AT, DESC, 'É|c|a|B|a é'",
    "UPDATED_AT, ASC, 'a é|a|c|É|B'",
    "UPDATED_AT, DESC, 'B|É|c|a|a é'",
    "SCHEDULED_AT, ASC, 'a|c|B|a é|É'",
    "SCHEDULED_AT, DESC, 'B|c|a|É|a é'",
  })
  void isOrdered(String field, String direction, String companies) {
    User user = User.unknown();
    track(user, "company", "a é");
    String b = track(user, "company", "B", "scheduledAt", "2027-03-03T10:00:00Z");
    track(user, "company", "a", "scheduledAt", "2027-03-01T10:00:00Z");
    track(user, "company", "c", "scheduledAt", "2027-03-02T10:00:00Z");
    track(user, "company", "É");
    Tracking.update(user, b, 1, "position", "Other");

    assertThat(walk(user, field, direction)).isEqualTo(List.of(companies.split("\\|")));
  }

  @Test
  void isOrderedByCompanyWhateverItsCase() {
    User user = User.unknown();
    for (String company : List.of("b", "A", "a", "B", "c c", "C b", "É", "é")) {
      track(user, "company", company);
    }
    List<String> ascending = walk(user, "COMPANY", "ASC");
    assertThat(ascending.subList(0, 6)).containsExactly("A", "a", "b", "B", "C b", "c c");
    List<String> descending = walk(user, "COMPANY", "DESC");
    Collections.reverse(descending);
    assertThat(descending).isEqualTo(ascending);
  }

  @ParameterizedTest
  @CsvSource(value = {"ASC, 'a|B|?|?|?'", "DESC, 'B|a|?|?|?'"})
  void missingCompaniesComeLast(String direction, String companies) {
    User user = User.unknown();
    for (String company : Arrays.asList(null, "B", null, "a", null)) {
      track(user, "company", company);
    }
    assertThat(walk(user, "COMPANY", direction).stream().map(name -> name == null ? "?" : name))
        .containsExactly(companies.split("\\|"));
  }

  /** Both ways, two at a time. */
  private static List<String> walk(User user, String field, String direction) {
    Map<String, String> order = Map.of("field", field, "direction", direction);
    List<String> forward = new ArrayList<>();
    List<String> backward = new ArrayList<>();
    String after = null;
    String before = null;
    boolean more = true;
    while (more) {
      JsonPath next = list(user, "order", order, "first", 2, "after", after);
      forward.addAll(companies(next));
      after = next.getString("pageInfo.endCursor");
      JsonPath previous = list(user, "order", order, "last", 2, "before", before);
      backward.addAll(0, companies(previous));
      before = previous.getString("pageInfo.startCursor");
      more = next.getBoolean("pageInfo.hasNextPage");
      assertThat(previous.getBoolean("pageInfo.hasPreviousPage")).isEqualTo(more);
      assertThat(next.<String>getList("nodes.company")).isEqualTo(companies(next));
    }
    assertThat(forward).isEqualTo(backward);
    return forward;
  }

  @Test
  void requiresALogin() {
    assertThat(GraphQL.query(LIST).<Object>get("viewer")).isNull();
  }

  /** The transaction; then one statement a list, for any number of interviews. */
  @ParameterizedTest
  @CsvSource({
    "interviews { edges { node { company stage { name } } } }, 2",
    "interviews { edges { node { history { stage { name } enteredAt } } } }, 3",
    "interviews { edges { node { history { enteredAt } debrief { notes gaps { note } } guide { slug } } } }, 4",
    "interviewStages { name }, 2"
  })
  void takesAFixedNumberOfStatements(String fields, int statements) {
    String guide =
        GraphQL.query("{ roleGuide(slug: \"backend-developer-intern\") { id } }")
            .getString("roleGuide.id");
    User user = User.unknown();
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String id = track(user, "guideId", guide);
      move(user, id, stage(user, "Applied"), null);
      String document = "{ viewer { " + fields + " } }";
      taken.add(during(() -> user.query(document)).size());
    }
    assertThat(taken).containsOnly(statements);
  }
}
