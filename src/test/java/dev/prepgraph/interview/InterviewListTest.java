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
      query($filter: InterviewFilterInput, $first: Int, $after: String, $last: Int, $before: String) { viewer {
        interviews(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
          totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { company } cursor } } } }
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
