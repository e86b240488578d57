package dev.prepgraph.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PracticeHistoryTest {

  private static final String HISTORY =
      """
      query ($question: ID, $first: Int, $after: String, $last: Int, $before: String) { viewer { practices(
        questionId: $question, first: $first, after: $after, last: $last, before: $before) { totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        edges { cursor node { rating practisedAt question { id } } } } } }
      """;

  private final Candidate candidate = Candidate.unknown();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private List<String> questions;

  @BeforeEach
  void practise() {
    questions = Published.guideQuestions();
    candidate.practise(questions.get(0), "AGAIN", ago(30));
    candidate.practise(questions.get(0), "GOOD", ago(10));
    candidate.practise(questions.get(1), "HARD", ago(20));
    // Recorded later, for the same moment.
    candidate.practise(questions.get(0), "EASY", ago(10));
  }

  private Instant ago(int days) {
    return now.minus(Duration.ofDays(days));
  }

  private static JsonPath history(User user, Object... variables) {
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      named.put((String) variables[i], variables[i + 1]);
    }
    return user.query(HISTORY, named).setRootPath("data.viewer.practices");
  }

  private JsonPath history(Object... variables) {
    return history(candidate.user(), variables);
  }

  private static List<String> ratings(JsonPath history) {
    return history.getList("edges.node.rating");
  }

  @Test
  void listsPracticesNewestFirst() {
    JsonPath all = history();

    assertThat(ratings(all)).containsExactly("EASY", "GOOD", "HARD", "AGAIN");
    assertThat(all.getInt("totalCount")).isEqualTo(4);
    assertThat(all.getString("edges[0].node.practisedAt")).isEqualTo(ago(10).toString());
    assertThat(all.getString("edges[2].node.question.id")).isEqualTo(questions.get(1));
    JsonPath ofOne = history("question", questions.get(0));
    assertThat(ratings(ofOne)).containsExactly("EASY", "GOOD", "AGAIN");
    assertThat(ofOne.getInt("totalCount")).isEqualTo(3);
  }

  @Test
  void isPagedTheSameBothWays() {
    JsonPath first = history("first", 2);
    assertThat(ratings(first)).containsExactly("EASY", "GOOD");
    assertThat(first.getBoolean("pageInfo.hasNextPage")).isTrue();
    JsonPath second = history("first", 2, "after", first.getString("pageInfo.endCursor"));
    assertThat(ratings(second)).containsExactly("HARD", "AGAIN");
    assertThat(second.getBoolean("pageInfo.hasNextPage")).isFalse();
    assertThat(ratings(history("first", 1))).containsExactly("EASY");
    assertThat(
            ratings(
                history("first", 1, "after", history("first", 1).getString("pageInfo.endCursor"))))
        .containsExactly("GOOD");
    assertThat(ratings(history("last", 1))).containsExactly("AGAIN");
    assertThat(ratings(history("last", 2, "before", second.getString("edges[1].cursor"))))
        .containsExactly("GOOD", "HARD");
  }

  @Test
  void rejectsCursorsOfOtherLists() {
    String cursor = history("first", 1).getString("pageInfo.endCursor");
    assertThat(
            candidate
                .user()
                .rejection(HISTORY, Map.of("after", cursor, "question", questions.get(0))))
        .startsWith("BAD_REQUEST");
    assertThat(User.unknown().rejection(HISTORY, Map.of("after", cursor)))
        .startsWith("BAD_REQUEST");
    assertThat(candidate.user().rejection(HISTORY, Map.of("first", 101)))
        .isEqualTo("BAD_REQUEST first must be 0 to 100");
  }

  @RowSecurityTest
  void isPrivate() {
    assertThat(history(User.unknown()).getInt("totalCount")).isZero();
    assertThat(GraphQL.query(HISTORY).getString("viewer")).isNull();
  }

  @Test
  void isEmptyForUnknownQuestions() {
    for (String id : List.of("nothing", Published.guide(), questions.get(2))) {
      JsonPath none = history("question", id);
      assertThat(none.getInt("totalCount")).isZero();
      assertThat(none.getList("edges")).isEmpty();
    }
  }

  @Test
  void takesTwoStatementsForAnyLength() {
    history();
    List<String> some = StatementCounter.during(this::history);
    assertThat(some).hasSize(2);
    candidate.practise(questions.get(2), "GOOD", ago(1));
    candidate.practise(questions.get(3), "GOOD", ago(1));
    history();
    assertThat(StatementCounter.during(this::history)).isEqualTo(some);
  }
}
