package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All times come from the service's clock, also those that the database sets. */
@QuarkusTest
class OneClockTest {

  private static final String NOW = "2031-05-06T07:08:09.123456Z";

  /** Times of the database's own. */
  private static final Pattern DATABASE_CLOCK =
      Pattern.compile(
          "(?<![.\\w])now\\(\\)|\\b(clock|statement|transaction)_timestamp\\b"
              + "|\\bcurrent_(date|time|timestamp)\\b|\\blocaltime(stamp)?\\b");

  private static final String MUTATIONS =
      """
      mutation ($answer: SaveAnswerInput!, $practice: RecordPracticeInput!, $session: StartPracticeSessionInput!,
          $plan: CreatePrepPlanInput!, $interview: TrackInterviewInput!) {
        saveAnswer(input: $answer) { savedAnswer { createdAt updatedAt } }
        recordPractice(input: $practice) { card { practisedAt } }
        startPracticeSession(input: $session) { practiceSession { startedAt serverTime } }
        createPrepPlan(input: $plan) { prepPlan { createdAt } }
        trackInterview(input: $interview) { interview { createdAt updatedAt history { enteredAt } } }
        rotateCalendarFeed { calendarFeed { createdAt } }
      }
      """;

  @Inject TestClock clock;
  @Inject DataSource database;

  private final User user = User.unknown();

  @AfterEach
  void letTheClockRun() {
    clock.set(null);
  }

  private static String guide() {
    return GraphQL.query("{ roleGuide(slug: \"backend-developer-intern\") { id } }")
        .getString("roleGuide.id");
  }

  @Test
  void stampsAllWrites() {
    String question = Published.questions(1).get(0);
    clock.set(NOW);

    JsonPath done =
        user.query(
            MUTATIONS,
            Map.of(
                "answer",
                Map.of("questionId", question, "body", "b", "expectedVersion", 0),
                "practice",
                Map.of("questionId", question, "rating", "GOOD"),
                "session",
                Map.of("guideId", guide(), "questions", 1, "minutesEach", 1),
                "plan",
                Map.of(
                    "guideId",
                    guide(),
                    "interviewOn",
                    "2031-05-20",
                    "dailyMinutes",
                    60,
                    "timeZone",
                    "UTC"),
                "interview",
                Map.of("company", "ACME", "position", "Developer")));

    List<String> times = new ArrayList<>();
    for (String path :
        List.of(
            "saveAnswer.savedAnswer.createdAt",
            "saveAnswer.savedAnswer.updatedAt",
            "recordPractice.card.practisedAt",
            "startPracticeSession.practiceSession.startedAt",
            "startPracticeSession.practiceSession.serverTime",
            "createPrepPlan.prepPlan.createdAt",
            "trackInterview.interview.createdAt",
            "trackInterview.interview.updatedAt",
            "trackInterview.interview.history[0].enteredAt",
            "rotateCalendarFeed.calendarFeed.createdAt")) {
      times.add(done.getString(path));
    }
    assertThat(times).hasSize(10).containsOnly(NOW);
    String export = user.request().get("/account/export").asString();
    assertThat(JsonPath.from(export).getString("exportedAt")).isEqualTo(NOW);
    assertThat(JsonPath.from(export).getString("account.createdAt")).isEqualTo(NOW);
  }

  @Test
  void treatsTheNearFutureAsNow() {
    String question = Published.questions(1).get(0);
    clock.set(NOW);
    String ahead = Instant.parse(NOW).plusSeconds(60).toString();

    assertThat(practise(question, ahead).getString("recordPractice.card.practisedAt"))
        .isEqualTo(NOW);
    assertThat(track(ahead).getString("trackInterview.interview.history[0].enteredAt"))
        .isEqualTo(NOW);

    String future = Instant.parse(NOW).plusSeconds(61).toString();
    assertThat(practise(question, future).getList("recordPractice.userErrors.field"))
        .containsExactly(List.of("input", "practisedAt"));
    assertThat(track(future).getList("trackInterview.userErrors.field"))
        .containsExactly(List.of("input", "enteredAt"));
  }

  private JsonPath practise(String question, String at) {
    return user.query(
        "mutation ($input: RecordPracticeInput!) { recordPractice(input: $input) { card { practisedAt } userErrors { field } } }",
        Map.of("input", Map.of("questionId", question, "rating", "AGAIN", "practisedAt", at)));
  }

  private JsonPath track(String at) {
    return user.query(
        "mutation ($input: TrackInterviewInput!) { trackInterview(input: $input) { interview { history { enteredAt } } userErrors { field } } }",
        Map.of("input", Map.of("company", "ACME", "position", "Developer", "enteredAt", at)));
  }

  @Test
  void isDueAtTheTargetRecall() {
    String question = Published.questions(1).get(0);
    clock.set(NOW);
    practise(question, NOW);
    String queue = "{ viewer { practiceQueue { dueAt retrievability question { id } } } }";
    String due = user.query(queue).getString("viewer.practiceQueue[0].dueAt");
    assertThat(Instant.parse(due)).isBefore(Instant.parse("2031-05-06T13:00:00Z"));

    clock.set(due);

    assertThat(user.query(queue).getDouble("viewer.practiceQueue[0].retrievability"))
        .isBetween(0.8999, 0.9001);
  }

  @Test
  void isTheDefaultOfEveryColumn() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select table_schema || '.' || table_name || '.' || column_name, column_default"
                    + " from information_schema.columns where column_default is not null"
                    + " and table_schema not in ('pg_catalog', 'information_schema', 'public')")) {
      int times = 0;
      while (rows.next()) {
        times += rows.getString(2).equals("catalogue.now()") ? 1 : 0;
        assertThat(rows.getString(2)).as(rows.getString(1)).doesNotContainPattern(DATABASE_CLOCK);
      }
      assertThat(times).isGreaterThan(10);
    }
  }

  @Test
  void isTheOnlyOneInStatements() throws IOException {
    try (var files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContainPattern(DATABASE_CLOCK);
      }
    }
  }
}
