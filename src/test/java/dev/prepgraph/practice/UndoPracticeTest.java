package dev.prepgraph.practice;

import static dev.prepgraph.GraphQL.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.TestClock;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UndoPracticeTest {

  private static final String UNDO =
      """
      mutation ($id: ID!) { undoPractice(input: {id: $id}) { deletedId
        card { question { id } dueAt retrievability reps lapses practisedAt } userErrors { code field message } } }
      """;

  private static final String STATE =
      """
      query ($guide: ID!) { viewer { readiness(guideId: $guide) { score criteria { score recall } questions { recall } }
        practiceQueue(first: 100) { question { id } dueAt reps lapses practisedAt }
        practices(first: 100) { totalCount edges { node { rating practisedAt question { id } } } } } }
      """;

  private static final String NODE =
      "query ($id: ID!) { node(id: $id) { id ... on RecordedPractice { rating question { id } } } }";

  /** One recording: a question by its place, a rating, and the hours since. */
  private record Recording(int question, String rating, int hoursAgo) {}

  private final Candidate candidate = Candidate.unknown();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private List<String> questions;

  @Inject TestClock clock;

  /** Recall is predicted for the time of the request. */
  @BeforeEach
  void stop() {
    clock.set(now.toString());
  }

  @AfterEach
  void run() {
    clock.set(null);
  }

  @BeforeEach
  void read() {
    questions = Published.guideQuestions();
  }

  private JsonPath record(Candidate by, Recording recording) {
    return by.practise(
        questions.get(recording.question()),
        recording.rating(),
        now.minus(recording.hoursAgo(), ChronoUnit.HOURS));
  }

  private static JsonPath undo(User user, String id) {
    return user.payload(UNDO, Map.of("id", id));
  }

  private static Object state(Candidate of) {
    return of.user().query(STATE, Map.of("guide", Published.guide())).get("viewer");
  }

  @Test
  void restoresTheCard() {
    JsonPath first = record(candidate, new Recording(0, "GOOD", 90));
    JsonPath second = record(candidate, new Recording(0, "AGAIN", 30));
    String id = second.getString("practice.id");
    assertThat(candidate.user().query(NODE, Map.of("id", id)).getString("node.rating"))
        .isEqualTo("AGAIN");

    JsonPath undone = undo(candidate.user(), id);

    assertThat(undone.getList("userErrors")).isEmpty();
    assertThat(undone.getString("deletedId")).isEqualTo(id);
    for (String field : List.of("question.id", "dueAt", "reps", "lapses", "practisedAt")) {
      assertThat(undone.getString("card." + field)).isEqualTo(first.getString("card." + field));
    }
    assertThat(candidate.user().query(NODE, Map.of("id", id)).<Object>get("node")).isNull();
    assertThat(error(undo(candidate.user(), id)))
        .isEqualTo("NOT_FOUND [input, id] id must identify a recorded practice");
  }

  @Test
  void removesTheCardOfTheOnlyPractice() {
    Object before = state(candidate);
    String id = record(candidate, new Recording(3, "EASY", 1)).getString("practice.id");

    JsonPath undone = undo(candidate.user(), id);

    assertThat(undone.getInt("card.reps")).isZero();
    assertThat(undone.<Object>get("card.practisedAt")).isNull();
    assertThat(undone.getString("card.question.id")).isEqualTo(questions.get(3));
    assertThat(
            OwnerSql.count(
                "select count(*) from practice.practice where account_id = ?", candidate.account()))
        .isZero();
    assertThat(state(candidate)).isEqualTo(before);
    assertThat(record(candidate, new Recording(3, "EASY", 1)).getInt("card.reps")).isEqualTo(1);
  }

  /** Any of the practices are undone, in any order. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isAsIfNeverRecorded(long seed) {
    Random random = new Random(seed);
    List<Recording> kept = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Recording recording =
          new Recording(
              random.nextInt(3),
              List.of("AGAIN", "HARD", "GOOD", "EASY").get(random.nextInt(4)),
              random.nextInt(300));
      String id = record(candidate, recording).getString("practice.id");
      if (random.nextBoolean()) {
        kept.add(recording);
      } else {
        mistakes.add(id);
      }
      if (random.nextInt(4) == 0 && !mistakes.isEmpty()) {
        undo(candidate.user(), mistakes.remove(random.nextInt(mistakes.size())));
      }
    }
    Collections.shuffle(mistakes, random);
    mistakes.forEach(id -> assertThat(undo(candidate.user(), id).getList("userErrors")).isEmpty());
    Candidate other = Candidate.unknown();
    kept.forEach(recording -> record(other, recording));

    assertThat(state(candidate)).isEqualTo(state(other));
  }

  @Test
  void aRetryOfTheRecordingRecordsNothing() {
    Map<String, Object> input =
        Map.of("questionId", questions.get(0), "rating", "GOOD", "idempotencyKey", "k");
    JsonPath recorded = candidate.record(input);
    String id = recorded.getString("practice.id");
    assertThat(candidate.record(input).getString("practice.id")).isEqualTo(id);
    undo(candidate.user(), id);

    JsonPath again = candidate.record(input);

    assertThat(again.getList("userErrors")).isEmpty();
    assertThat(again.<Object>get("practice")).isNull();
    assertThat(again.getInt("card.reps")).isZero();
  }

  @Test
  void isDoneOnceByConcurrentRequests() throws Exception {
    record(candidate, new Recording(0, "GOOD", 90));
    String id = record(candidate, new Recording(0, "GOOD", 30)).getString("practice.id");
    var pool = Executors.newFixedThreadPool(4);
    List<String> outcomes = new ArrayList<>();
    try {
      Callable<JsonPath> call = () -> undo(candidate.user(), id);
      for (var done : pool.invokeAll(Collections.nCopies(4, call))) {
        outcomes.add(String.valueOf(done.get().getString("deletedId")));
      }
    } finally {
      pool.shutdown();
    }
    assertThat(outcomes).containsExactlyInAnyOrder(id, "null", "null", "null");
  }

  @RowSecurityTest
  void isPrivate() {
    String id = record(candidate, new Recording(0, "GOOD", 90)).getString("practice.id");
    User other = User.unknown();

    assertThat(error(undo(other, id))).startsWith("NOT_FOUND [input, id]");
    assertThat(error(undo(candidate.user(), questions.get(0)))).startsWith("NOT_FOUND [input, id]");
    assertThat(other.query(NODE, Map.of("id", id)).<Object>get("node")).isNull();
    assertThat(GraphQL.rejection(UNDO, Map.of("id", id))).isEqualTo("UNAUTHENTICATED Log in first");
    assertThat(GraphQL.query(NODE, Map.of("id", id)).<Object>get("node")).isNull();
    assertThat(candidate.user().query(NODE, Map.of("id", id)).getString("node.question.id"))
        .isEqualTo(questions.get(0));
  }

  @Test
  void takesAFixedNumberOfStatements() {
    record(candidate, new Recording(0, "GOOD", 90));
    String second = record(candidate, new Recording(0, "GOOD", 60)).getString("practice.id");
    String third = record(candidate, new Recording(1, "GOOD", 30)).getString("practice.id");

    // To enter; the practice with its card; the history; the card; the practice.
    assertThat(StatementCounter.during(() -> undo(candidate.user(), second))).hasSize(5);
    // To enter; the practice with its card; the history; the card.
    assertThat(StatementCounter.during(() -> undo(candidate.user(), third))).hasSize(4);
  }
}
