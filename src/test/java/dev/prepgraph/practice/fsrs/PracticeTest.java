package dev.prepgraph.practice.fsrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.practice.Candidate;
import dev.prepgraph.practice.fsrs.Fsrs.Rating;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PracticeTest {

  private static final String CARD = "card.";

  private final Candidate candidate = Candidate.unknown();
  private final Instant now = Instant.now();
  private List<String> questions;
  private String question;

  @BeforeEach
  void read() {
    questions = Published.guideQuestions();
    question = questions.get(0);
  }

  private Instant ago(int days) {
    return now.minus(Duration.ofDays(days));
  }

  @Test
  void returnsTheCard() {
    JsonPath done = candidate.practise(question, "GOOD", ago(10));

    assertThat(done.getString(CARD + "question.id")).isEqualTo(question);
    assertThat(done.getInt(CARD + "reps")).isEqualTo(1);
    assertThat(done.getInt(CARD + "lapses")).isZero();
    // A first GOOD lasts 2.3065 days.
    assertThat(Instant.parse(done.getString(CARD + "dueAt")))
        .isCloseTo(ago(10).plusSeconds(Math.round(2.3065 * 86_400)), within(1, ChronoUnit.SECONDS));
    assertThat(done.getDouble(CARD + "retrievability"))
        .isCloseTo(
            new Fsrs().retrievability(new Fsrs().next(null, Rating.GOOD, 0), 10), within(1e-4));
  }

  @Test
  void defaultsToNow() {
    JsonPath done = candidate.record(Map.of("questionId", question, "rating", "AGAIN"));

    assertThat(Instant.parse(done.getString(CARD + "practisedAt")))
        .isBetween(now.minusSeconds(5), now.plusSeconds(60));
    assertThat(done.getDouble(CARD + "retrievability")).isCloseTo(1, within(0.01));
    assertThat(done.getInt(CARD + "lapses")).isZero();
  }

  @Test
  void insertsBackdatedPracticesInOrder() {
    Candidate other = Candidate.unknown();
    candidate.practise(question, "GOOD", ago(30));
    candidate.practise(question, "AGAIN", ago(20));
    JsonPath inOrder = candidate.practise(question, "HARD", ago(5));
    other.practise(question, "AGAIN", ago(20));
    other.practise(question, "HARD", ago(5));
    JsonPath backdated = other.practise(question, "GOOD", ago(30));

    for (String field : List.of("dueAt", "practisedAt", "reps", "lapses")) {
      assertThat(backdated.getString(CARD + field)).isEqualTo(inOrder.getString(CARD + field));
    }
    assertThat(backdated.getInt(CARD + "reps")).isEqualTo(3);
    assertThat(backdated.getInt(CARD + "lapses")).isEqualTo(1);
    Fsrs fsrs = new Fsrs();
    Fsrs.Memory memory = fsrs.next(null, Rating.GOOD, 0);
    memory = fsrs.next(memory, Rating.AGAIN, 10);
    memory = fsrs.next(memory, Rating.HARD, 15);
    assertThat(backdated.getDouble(CARD + "retrievability"))
        .isCloseTo(fsrs.retrievability(memory, 5), within(1e-4));
    assertThat(
            OwnerSql.count(
                "select count(*) from practice.practice where account_id = ?", other.account()))
        .isEqualTo(3);
  }

  @Test
  void rejectsInvalidInput() {
    record Case(Map<String, ?> input, String code, String field) {}
    for (Case wrong :
        List.of(
            new Case(
                Map.of(
                    "questionId",
                    question,
                    "rating",
                    "GOOD",
                    "practisedAt",
                    Instant.now().plusSeconds(90).toString()),
                "INVALID",
                "practisedAt"),
            new Case(
                Map.of(
                    "questionId", question, "rating", "GOOD", "practisedAt", ago(366).toString()),
                "INVALID",
                "practisedAt"),
            new Case(Map.of("questionId", "nothing", "rating", "GOOD"), "NOT_FOUND", "questionId"),
            new Case(
                Map.of("questionId", Published.guide(), "rating", "GOOD"),
                "NOT_FOUND",
                "questionId"),
            new Case(
                Map.of("questionId", question, "rating", "GOOD", "idempotencyKey", ""),
                "INVALID",
                "idempotencyKey"))) {
      JsonPath rejected = candidate.record(wrong.input());

      assertThat(rejected.getString("card")).isNull();
      assertThat(rejected.getString("userErrors[0].code")).isEqualTo(wrong.code());
      assertThat(rejected.getList("userErrors[0].field"))
          .isEqualTo(List.of("input", wrong.field()));
    }
    assertThat(candidate.queue(10)).isEmpty();
  }

  @Test
  void requiresALogin() {
    assertThat(
            GraphQL.rejection(
                "mutation ($id: ID!) { recordPractice(input: {questionId: $id, rating: GOOD}) { card { reps } } }",
                Map.of("id", question)))
        .startsWith("UNAUTHENTICATED ");
    assertThat(GraphQL.query("{ viewer { practiceQueue { reps } } }").getString("viewer")).isNull();
  }

  @Test
  void recordsOnceForAnIdempotencyKey() {
    Map<String, ?> input = Map.of("questionId", question, "rating", "GOOD", "idempotencyKey", "k");

    JsonPath first = candidate.record(input);
    JsonPath again = candidate.record(input);
    JsonPath other =
        candidate.record(Map.of("questionId", question, "rating", "HARD", "idempotencyKey", "k"));

    assertThat(again.getInt(CARD + "reps")).isEqualTo(1);
    assertThat(again.getString(CARD + "dueAt")).isEqualTo(first.getString(CARD + "dueAt"));
    assertThat(other.getString("userErrors[0].code")).isEqualTo("CONFLICT");
  }

  @Test
  void recordsConcurrentPractices() throws Exception {
    candidate.account();
    var pool = Executors.newFixedThreadPool(4);
    try {
      Callable<JsonPath> call =
          () -> candidate.record(Map.of("questionId", question, "rating", "GOOD"));
      for (var done : pool.invokeAll(List.of(call, call, call, call))) {
        assertThat(done.get().getList("userErrors")).isEmpty();
      }
    } finally {
      pool.shutdown();
    }

    assertThat(
            candidate
                .record(Map.of("questionId", question, "rating", "GOOD"))
                .getInt(CARD + "reps"))
        .isEqualTo(5);
  }

  @Test
  void isLimitedInNumber() {
    candidate.practise(question, "GOOD", ago(1));
    OwnerSql.execute(
        "update practice.card set reps = 500 where account_id = ?", candidate.account());

    JsonPath rejected = candidate.record(Map.of("questionId", question, "rating", "GOOD"));

    assertThat(rejected.getString("userErrors[0].code")).isEqualTo("LIMIT_REACHED");
  }

  @Test
  void takesAFixedNumberOfStatements() {
    candidate.practise(question, "GOOD", ago(3));

    // To enter, the target, the card, the practice.
    assertThat(StatementCounter.during(() -> candidate.practise(question, "GOOD", ago(2))))
        .hasSize(4);
    // And the history.
    assertThat(StatementCounter.during(() -> candidate.practise(question, "GOOD", ago(4))))
        .hasSize(5);
  }

  @Test
  void queuesTheLowestRecallFirst() {
    candidate.practise(questions.get(0), "EASY", ago(1));
    candidate.practise(questions.get(1), "AGAIN", ago(9));
    candidate.practise(questions.get(2), "GOOD", ago(9));
    candidate.answer(questions.get(3), "DRAFT");
    candidate.record(Map.of("questionId", questions.get(4), "rating", "AGAIN"));

    assertThat(candidate.queue(100))
        .containsExactly(
            questions.get(3),
            questions.get(1),
            questions.get(2),
            questions.get(0),
            questions.get(4));
    assertThat(candidate.queue(2)).containsExactly(questions.get(3), questions.get(1));
  }

  @Test
  void queuesQuestionsOfTheNearestInterview() {
    candidate.practise(questions.get(0), "EASY", ago(9));
    candidate.interview(now.plus(Duration.ofDays(20)), null);
    candidate.interview(now.plus(Duration.ofDays(7)), Published.guide());
    candidate.interview(ago(1), null);

    List<String> queue = candidate.queue(100);

    assertThat(queue).hasSameSizeAs(questions).containsAll(questions);
    assertThat(queue.subList(0, questions.size() - 1))
        .isEqualTo(questions.subList(1, questions.size()));
  }

  /** The order is by recall on the day of the interview, not by recall now. */
  @Test
  void looksAtTheDayOfTheInterview() {
    candidate.practise(questions.get(0), "GOOD", ago(30));
    candidate.practise(questions.get(1), "AGAIN", ago(2));
    Fsrs fsrs = new Fsrs();
    Urgency urgency = new Urgency(fsrs);
    Fsrs.Memory good = fsrs.next(null, Rating.GOOD, 0);
    Fsrs.Memory again = fsrs.next(null, Rating.AGAIN, 0);
    assertThat(urgency.of(good, 30, 0)).isGreaterThan(urgency.of(again, 2, 0));
    assertThat(candidate.queue(1)).containsExactly(questions.get(0));

    candidate.interview(now.plus(Duration.ofDays(60)), null);

    int first = urgency.of(good, 30, 60) > urgency.of(again, 2, 60) ? 0 : 1;
    assertThat(candidate.queue(1)).containsExactly(questions.get(first));
  }

  @RowSecurityTest
  void isPrivate() {
    Candidate.unknown().practise(question, "GOOD", ago(3));

    assertThat(candidate.queue(10)).isEmpty();
  }

  @Test
  void readsTheQueueWithAFixedNumberOfStatements() {
    String query =
        "{ viewer { practiceQueue(first: 100, locale: \"de\") { dueAt retrievability reps lapses question { prompt } } } }";
    candidate.practise(question, "GOOD", ago(3));
    candidate.interview(now.plus(Duration.ofDays(7)), Published.guide());
    candidate.user().query(query);

    // To enter; the queue.
    assertThat(StatementCounter.during(() -> candidate.user().query(query))).hasSize(2);
  }

  @Test
  void rejectsAQueueOutOfBounds() {
    assertThat(
            candidate
                .user()
                .rejection("{ viewer { practiceQueue(first: 101) { reps } } }", Map.of()))
        .isEqualTo("BAD_REQUEST first must be 0 to 100");
    assertThat(
            candidate
                .user()
                .rejection("{ viewer { practiceQueue(first: -1) { reps } } }", Map.of()))
        .isEqualTo("BAD_REQUEST first must be 0 to 100");
  }
}
