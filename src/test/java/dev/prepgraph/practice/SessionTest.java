package dev.prepgraph.practice;

import static dev.prepgraph.GraphQL.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {

  private static final String SESSION =
      "practiceSession { id guide { slug } minutesEach startedAt endsAt finishedAt serverTime total inTime late unanswered"
          + " questions { position deadline body answeredAt answeredLate version question { id } } } userErrors { code field }";

  private final Candidate candidate = Candidate.unknown();
  private final User user = candidate.user();
  private String guide;

  @BeforeEach
  void read() {
    guide = Published.guide();
  }

  private static JsonPath start(User user, Map<String, ?> input) {
    return user.payload(
        "mutation ($input: StartPracticeSessionInput!) { startPracticeSession(input: $input) { "
            + SESSION
            + " } }",
        Map.of("input", input));
  }

  private String start(int questions, int minutesEach) {
    return start(user, Map.of("guideId", guide, "questions", questions, "minutesEach", minutesEach))
        .getString("practiceSession.id");
  }

  private static JsonPath answer(User user, String id, int position, String body, int version) {
    return user.payload(
        "mutation ($input: AnswerPracticeQuestionInput!) { answerPracticeQuestion(input: $input) { "
            + SESSION
            + " } }",
        Map.of(
            "input",
            Map.of(
                "sessionId", id, "position", position, "body", body, "expectedVersion", version)));
  }

  private static JsonPath finish(User user, String id) {
    return user.payload(
        "mutation ($id: ID!) { finishPracticeSession(input: {id: $id}) { " + SESSION + " } }",
        Map.of("id", id));
  }

  /** Moves the start of a session into the past. */
  private static void wait(String id, Duration time) {
    OwnerSql.execute(
        "update practice.session set started_at = started_at - make_interval(secs => ?) where id = ?",
        (double) time.toSeconds(),
        Candidate.key(id));
  }

  @Test
  void startsWithTheMostUrgentQuestions() {
    List<String> questions = Published.guideQuestions();
    candidate.practise(questions.get(1), "EASY", Instant.now().minusSeconds(60));

    JsonPath done = start(user, Map.of("guideId", guide, "questions", 3, "minutesEach", 5));

    done.setRootPath("data.startPracticeSession.practiceSession");
    assertThat(done.getList("questions.question.id"))
        .isEqualTo(List.of(questions.get(0), questions.get(2), questions.get(3)));
    assertThat(done.getString("guide.slug")).isEqualTo(Published.GUIDE);
    Instant started = Instant.parse(done.getString("startedAt"));
    assertThat(done.<String>getList("questions.deadline").stream().map(Instant::parse).toList())
        .isEqualTo(
            List.of(started.plusSeconds(300), started.plusSeconds(600), started.plusSeconds(900)));
    assertThat(Instant.parse(done.getString("endsAt"))).isEqualTo(started.plusSeconds(900));
    assertThat(Instant.parse(done.getString("serverTime")))
        .isBetween(started, started.plusSeconds(60));
    assertThat(done.getString("finishedAt")).isNull();
    assertThat(done.getInt("unanswered")).isEqualTo(3);
  }

  @Test
  void savesEachAnswerAndIsResumedElsewhere() {
    String id = start(3, 5);
    answer(user, id, 1, "First", 0);
    wait(id, Duration.ofMinutes(4));
    answer(user, id, 1, "First, better", 1);
    answer(user, id, 2, "Second", 0);

    JsonPath found =
        user.query(
            "query ($id: ID!) { node(id: $id) { ... on PracticeSession { inTime late unanswered questions { body version answeredLate } } } }",
            Map.of("id", id));

    found.setRootPath("data.node");
    assertThat(found.getList("questions.body")).containsExactly("First, better", "Second", null);
    assertThat(found.getList("questions.version")).containsExactly(2, 1, 0);
    assertThat(found.getInt("inTime")).isEqualTo(2);
    assertThat(found.getInt("unanswered")).isEqualTo(1);
  }

  @Test
  void marksLateAnswersAndRejectsLateChanges() {
    String id = start(3, 5);
    answer(user, id, 1, "In time", 0);
    wait(id, Duration.ofMinutes(11));

    JsonPath late = answer(user, id, 2, "Late", 0);
    JsonPath later = answer(user, id, 2, "Later", 1);
    JsonPath rejected = answer(user, id, 1, "Better", 1);
    JsonPath inTime = answer(user, id, 3, "In time", 0);

    assertThat(late.getList("practiceSession.questions.answeredLate"))
        .containsExactly(false, true, false);
    assertThat(later.getString("practiceSession.questions[1].body")).isEqualTo("Later");
    assertThat(error(rejected)).isEqualTo("CONFLICT [input, position]");
    assertThat(inTime.getInt("practiceSession.inTime")).isEqualTo(2);
    assertThat(inTime.getInt("practiceSession.late")).isEqualTo(1);
  }

  @Test
  void isFinishedOnceWithASummary() {
    String id = start(3, 5);
    answer(user, id, 2, "Answer", 0);

    JsonPath finished = finish(user, id);
    JsonPath again = finish(user, id);
    JsonPath rejected = answer(user, id, 1, "Too late", 0);

    finished.setRootPath("data.finishPracticeSession.practiceSession");
    assertThat(finished.getInt("total")).isEqualTo(3);
    assertThat(finished.getInt("inTime")).isEqualTo(1);
    assertThat(finished.getInt("late")).isZero();
    assertThat(finished.getInt("unanswered")).isEqualTo(2);
    assertThat(finished.getString("finishedAt")).isNotNull();
    assertThat(again.getString("practiceSession.finishedAt"))
        .isEqualTo(finished.getString("finishedAt"));
    assertThat(error(rejected)).isEqualTo("CONFLICT [input, sessionId]");
  }

  @Test
  void finishesNotBeforeItsStartByAnotherClock() {
    String id = start(2, 5);
    wait(id, Duration.ofSeconds(-30));

    JsonPath finished = finish(user, id);

    assertThat(finished.getList("userErrors")).isEmpty();
    assertThat(finished.getString("practiceSession.finishedAt"))
        .isEqualTo(finished.getString("practiceSession.startedAt"));
  }

  @Test
  void rejectsInvalidInput() {
    String id = start(2, 5);
    answer(user, id, 1, "Answer", 0);

    assertThat(error(answer(user, id, 1, "Another", 0)))
        .isEqualTo("CONFLICT [input, expectedVersion]");
    assertThat(answer(user, id, 1, "Answer", 0).getList("userErrors")).as("repeated").isEmpty();
    assertThat(error(answer(user, id, 3, "Answer", 0))).isEqualTo("NOT_FOUND [input, position]");
    assertThat(error(answer(user, id, 2, " \n", 0))).isEqualTo("INVALID [input, body]");
    assertThat(error(answer(user, id, 2, "x".repeat(20_001), 0)))
        .isEqualTo("TOO_LARGE [input, body]");
    assertThat(error(answer(user, guide, 1, "Answer", 0)))
        .isEqualTo("NOT_FOUND [input, sessionId]");
    record Case(int questions, int minutesEach, String error) {}
    for (Case wrong :
        List.of(
            new Case(0, 5, "INVALID [input, questions]"),
            new Case(31, 5, "INVALID [input, questions]"),
            new Case(Published.guideQuestions().size() + 1, 5, "INVALID [input, questions]"),
            new Case(3, 0, "INVALID [input, minutesEach]"),
            new Case(3, 61, "INVALID [input, minutesEach]"))) {
      assertThat(
              error(
                  start(
                      user,
                      Map.of(
                          "guideId", guide,
                          "questions", wrong.questions(),
                          "minutesEach", wrong.minutesEach()))))
          .isEqualTo(wrong.error());
    }
    assertThat(error(start(user, Map.of("guideId", "nothing", "questions", 3, "minutesEach", 5))))
        .isEqualTo("NOT_FOUND [input, guideId]");
  }

  /** Each question is answered in time, answered late, or unanswered. */
  @Test
  void countsEachQuestionOnce() {
    String id = start(4, 5);
    answer(user, id, 1, "In time", 0);
    answer(user, id, 3, "In time", 0);
    wait(id, Duration.ofMinutes(12));
    answer(user, id, 2, "After the deadline", 0);
    wait(id, Duration.ofMinutes(60));

    JsonPath session =
        user.query(
                "query ($id: ID!) { node(id: $id) { ... on PracticeSession { total inTime late unanswered questions { answeredAt deadline answeredLate } } } }",
                Map.of("id", id))
            .setRootPath("data.node");

    assertThat(session.getList("questions.answeredLate"))
        .containsExactly(false, true, false, false);
    assertThat(session.getString("questions[3].answeredAt")).isNull();
    assertThat(session.getInt("late")).isEqualTo(1);
    assertThat(session.getInt("inTime")).isEqualTo(2);
    assertThat(session.getInt("unanswered")).isEqualTo(1);
    assertThat(session.getInt("total")).isEqualTo(4);
  }

  @Test
  void startsOnceForAnIdempotencyKey() {
    Map<String, ?> input =
        Map.of("guideId", guide, "questions", 2, "minutesEach", 5, "idempotencyKey", "k");

    assertThat(start(user, input).getString("practiceSession.id"))
        .isEqualTo(start(user, input).getString("practiceSession.id"));
    assertThat(
            user.query("{ viewer { practiceSessions { totalCount } } }")
                .getInt("viewer.practiceSessions.totalCount"))
        .isEqualTo(1);
  }

  @RowSecurityTest
  void isPrivate() {
    String id = start(2, 5);
    User other = User.unknown();

    assertThat(error(answer(other, id, 1, "Mine", 0))).isEqualTo("NOT_FOUND [input, sessionId]");
    assertThat(error(finish(other, id))).isEqualTo("NOT_FOUND [input, id]");
    assertThat(error(delete(other, id))).isEqualTo("NOT_FOUND [input, id]");
    assertThat(
            other
                .query("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                .getString("node"))
        .isNull();
    assertThat(
            GraphQL.query("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                .getString("node"))
        .isNull();
    for (String mutation :
        List.of(
            "startPracticeSession(input: {guideId: $id, questions: 1, minutesEach: 1}) { userErrors { code } }",
            "answerPracticeQuestion(input: {sessionId: $id, position: 1, body: \"x\", expectedVersion: 0}) { userErrors { code } }",
            "finishPracticeSession(input: {id: $id}) { userErrors { code } }",
            "deletePracticeSession(input: {id: $id}) { userErrors { code } }")) {
      assertThat(GraphQL.rejection("mutation ($id: ID!) { " + mutation + " }", Map.of("id", id)))
          .startsWith("UNAUTHENTICATED ");
    }
  }

  private static JsonPath delete(User user, String id) {
    return user.payload(
        "mutation ($id: ID!) { deletePracticeSession(input: {id: $id}) { deletedId userErrors { code field } } }",
        Map.of("id", id));
  }

  @Test
  void isDeletedWithItsAnswers() {
    String id = start(2, 5);
    answer(user, id, 1, "Answer", 0);

    assertThat(delete(user, id).getString("deletedId")).isEqualTo(id);
    assertThat(error(delete(user, id))).isEqualTo("NOT_FOUND [input, id]");
    assertThat(
            OwnerSql.count(
                "select count(*) from practice.session_question where session_id = ?",
                Candidate.key(id)))
        .isZero();
  }

  @Test
  void isLimitedInNumber() {
    OwnerSql.execute(
        "insert into practice.session (account_id, guide_id, minutes_each) select ?, ?, 5 from generate_series(1, 200)",
        candidate.account(),
        Candidate.key(guide));

    JsonPath rejected = start(user, Map.of("guideId", guide, "questions", 2, "minutesEach", 5));

    assertThat(rejected.getString("userErrors[0].code")).isEqualTo("LIMIT_REACHED");
  }

  @Test
  void isPagedNewestFirst() {
    List<String> started = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      started.add(0, start(1, 1));
    }
    List<String> forward = new ArrayList<>();
    String after = null;
    do {
      JsonPath page = page("first: 2, after: $cursor", after);
      forward.addAll(page.getList("edges.node.id"));
      after = page.getBoolean("pageInfo.hasNextPage") ? page.getString("pageInfo.endCursor") : null;
      assertThat(page.getInt("totalCount")).isEqualTo(5);
    } while (after != null);
    assertThat(forward).isEqualTo(started);

    JsonPath last = page("last: 2, before: $cursor", null);
    assertThat(last.getList("edges.node.id")).isEqualTo(started.subList(3, 5));
    assertThat(
            page("last: 2, before: $cursor", last.getString("pageInfo.startCursor"))
                .getList("edges.node.id"))
        .isEqualTo(started.subList(1, 3));
    String foreign = last.getString("pageInfo.startCursor");
    assertThat(
            User.unknown()
                .rejection(
                    "query ($cursor: String) { viewer { practiceSessions(after: $cursor) { totalCount } } }",
                    Map.of("cursor", foreign)))
        .startsWith("BAD_REQUEST ");
  }

  private JsonPath page(String arguments, String cursor) {
    JsonPath page =
        user.query(
            "query ($cursor: String) { viewer { practiceSessions("
                + arguments
                + ") { totalCount pageInfo { hasNextPage startCursor endCursor } edges { node { id } } } } }",
            cursor == null ? Map.of() : Map.of("cursor", cursor));
    return page.setRootPath("data.viewer.practiceSessions");
  }

  @Test
  void readsWithAFixedNumberOfStatements() {
    String query =
        "{ viewer { practiceSessions(first: 10) { totalCount edges { node { guide { title } inTime questions { body question { prompt } } } } } } }";
    start(2, 5);
    user.query(query);
    int one = StatementCounter.during(() -> user.query(query)).size();
    start(3, 5);
    start(4, 5);

    // To enter; the sessions, their questions.
    assertThat(one).isEqualTo(3);
    assertThat(StatementCounter.during(() -> user.query(query))).hasSize(3);
  }

  @Test
  void startsWithAFixedNumberOfStatements() {
    start(15, 5);
    int one = StatementCounter.during(() -> start(1, 5)).size();

    assertThat(StatementCounter.during(() -> start(15, 5))).hasSize(one);
  }

  /** The cost depends on the document only: it is the same for one session and for 41. */
  @Test
  void limitsReadsByCost() {
    String query =
        "{ viewer { practiceSessions(first: 41) { edges { node { questions { body } } } } } }";
    for (int i = 0; i < 41; i++) {
      start(15, 1);
    }
    assertThat(user.query(query).getList("viewer.practiceSessions.edges.node.questions.flatten()"))
        .hasSize(41 * 15);
    assertThat(
            User.unknown()
                .rejection(
                    IntStream.range(0, 13)
                        .mapToObj(
                            i ->
                                "a%d: practiceSessions(first: 100) { edges { node { questions { body } } } }"
                                    .formatted(i))
                        .collect(Collectors.joining(" ", "{ viewer { ", " } }")),
                    Map.of()))
        .startsWith("TOO_COMPLEX The operation costs");
  }
}
