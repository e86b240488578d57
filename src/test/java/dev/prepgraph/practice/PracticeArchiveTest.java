package dev.prepgraph.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.GraphQL;
import dev.prepgraph.StatementCounter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Practice in exports of accounts, and its erasure. */
@QuarkusTest
class PracticeArchiveTest {

  private static final List<String> SECTIONS =
      List.of("savedAnswers", "practices", "practiceSessions", "assessments");

  private final Candidate candidate = Candidate.unknown();
  private final Candidate other = Candidate.unknown();
  private List<String> questions;

  @BeforeEach
  void practise() {
    questions = Candidate.questions();
    Instant now = Instant.now();
    candidate.practise(questions.get(0), "AGAIN", now.minus(Duration.ofDays(3)));
    candidate.practise(questions.get(0), "GOOD", now.minus(Duration.ofDays(9)));
    candidate.practise(questions.get(1), "EASY", now.minus(Duration.ofDays(2)));
    String answer = candidate.answer(questions.get(0), "READY");
    candidate.assess(answer, 1, Map.of(criterion(), 4));
    String session =
        candidate
            .user()
            .query(
                "mutation ($id: ID!) { startPracticeSession(input: {guideId: $id, questions: 2, minutesEach: 5}) { practiceSession { id } } }",
                Map.of("id", Candidate.guide()))
            .getString("startPracticeSession.practiceSession.id");
    candidate
        .user()
        .query(
            """
            mutation ($id: ID!) {
              answerPracticeQuestion(input: {sessionId: $id, position: 2, body: "Said so", expectedVersion: 0}) { userErrors { code } }
              finishPracticeSession(id: $id) { userErrors { code } } }
            """,
            Map.of("id", session));
    candidate
        .user()
        .query(
            "mutation ($id: ID!) { startPracticeSession(input: {guideId: $id, questions: 1, minutesEach: 1}) { userErrors { code } } }",
            Map.of("id", Candidate.guide()));
  }

  private String criterion() {
    return GraphQL.query(
            "query ($id: ID!) { question(id: $id) { criteria { id } } }",
            Map.of("id", questions.get(0)))
        .getString("question.criteria[0].id");
  }

  private static ObjectNode export(Candidate of) {
    try {
      return (ObjectNode)
          new ObjectMapper().readTree(of.user().request().get("/account/export").asString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonPath take(Candidate by, JsonNode export) {
    return by.user()
        .request()
        .contentType("application/json")
        .body(export.toString())
        .post("/account/import")
        .jsonPath();
  }

  @Test
  void comesBackAsItWas() {
    ObjectNode export = export(candidate);
    String state = "{ viewer { practiceQueue { question { id } dueAt practisedAt reps lapses } } }";

    JsonPath taken = take(other, export);

    // One answer, two practised questions, two sessions and a rating.
    assertThat(taken.getList("userErrors")).isEmpty();
    assertThat(taken.getList("skipped")).isEmpty();
    assertThat(taken.getInt("imported")).isEqualTo(6);
    ObjectNode again = export(other);
    assertThat(export.get("practices")).hasSize(2);
    assertThat(export.at("/practiceSessions/0/questions/1/answer/body").asText())
        .isEqualTo("Said so");
    for (String section : SECTIONS) {
      assertThat(again.get(section)).as(section).isEqualTo(export.get(section));
    }
    assertThat(other.user().query(state).getList("viewer.practiceQueue"))
        .isEqualTo(candidate.user().query(state).getList("viewer.practiceQueue"));
  }

  @Test
  void leavesWhatThereIs() {
    ObjectNode export = export(candidate);

    JsonPath taken = take(candidate, export);

    assertThat(taken.getInt("imported")).isZero();
    assertThat(taken.getList("skipped.reason")).hasSize(6).containsOnly("EXISTS");
    assertThat(export(candidate).get("practices")).isEqualTo(export.get("practices"));
  }

  @Test
  void skipsWhatItDoesNotKnowAndRatingsOfAnotherText() {
    ObjectNode export = export(candidate);
    for (JsonNode question : export.findValues("question")) {
      ((ObjectNode) question).put("slug", "never-published").remove("id");
    }
    JsonPath unknown = take(other, export);
    assertThat(unknown.getInt("imported")).isZero();
    assertThat(unknown.getList("skipped.reason")).hasSize(6).containsOnly("UNKNOWN");

    other.answer(questions.get(0), "DRAFT");
    ObjectNode ratings = export(candidate);
    ratings.remove(List.of("savedAnswers", "practices", "practiceSessions"));
    assertThat(take(other, ratings).getList("skipped.reason")).containsExactly("UNKNOWN");
  }

  @Test
  void refusesWhatContradictsItself() {
    for (String wrong :
        List.of(
            "\"practices\": [{\"question\": {\"slug\": \"x\"}, \"practices\": []}]",
            "\"practices\": [{\"question\": {\"slug\": \"x\"}, \"practices\": [{\"rating\": \"BEST\", \"practisedAt\": \"2026-01-01T00:00:00Z\", \"recordedAt\": \"2026-01-01T00:00:00Z\"}]}]",
            "\"practices\": [{\"question\": {\"id\": \"%s\", \"slug\": \"x\"}, \"practices\": [{\"rating\": \"GOOD\", \"practisedAt\": \"0000-01-01T00:00:00Z\", \"recordedAt\": \"2026-01-01T00:00:00Z\"}]}]",
            "\"practiceSessions\": [{\"guide\": {\"slug\": \"%s\"}, \"minutesEach\": 5, \"startedAt\": \"2026-01-01T00:00:00Z\", \"questions\": [{\"question\": {\"id\": \"%s\", \"slug\": \"x\"}}, {\"question\": {\"id\": \"%s\", \"slug\": \"x\"}}]}]",
            "\"practiceSessions\": [{\"guide\": {\"slug\": \"x\"}, \"minutesEach\": 5, \"startedAt\": \"2026-02-31T00:00:00Z\", \"questions\": [{\"question\": {\"slug\": \"x\"}}]}]")) {
      String filled =
          wrong
              .replaceFirst("\"slug\": \"%s\"", "\"slug\": \"" + Candidate.GUIDE + "\"")
              .replace("%s", questions.get(0));

      JsonPath taken =
          other
              .user()
              .request()
              .contentType("application/json")
              .body("{\"format\": \"prepgraph-account\", \"version\": 1, " + filled + "}")
              .post("/account/import")
              .jsonPath();

      assertThat(taken.getList("userErrors.code")).as(wrong).containsOnly("INVALID").isNotEmpty();
    }
  }

  @Test
  void clipsWhatLiesInTheFuture() {
    ObjectNode export = export(candidate);
    ((ObjectNode) export.at("/practices/0/practices/0"))
        .put("practisedAt", "2999-01-01T00:00:00.123456789Z");
    ((ObjectNode) export.at("/practiceSessions/0")).put("finishedAt", "2999-01-01T00:00:00Z");

    assertThat(take(other, export).getInt("imported")).isEqualTo(6);

    JsonNode taken = export(other);
    assertThat(taken.get("practices").toString()).doesNotContain("2999");
    assertThat(taken.get("practiceSessions").toString()).doesNotContain("2999");
  }

  @Test
  void isExportedWithAFixedNumberOfStatements() {
    int statements = StatementCounter.during(() -> export(candidate)).size();
    candidate.practise(questions.get(5), "GOOD", Instant.now().minusSeconds(10));

    assertThat(StatementCounter.during(() -> export(candidate))).hasSize(statements);
  }

  @Test
  void isErasedWithTheAccount() {
    var account = candidate.account();

    candidate.user().query("mutation { deleteMyAccount(confirm: true) { deleted } }");

    for (String table : List.of("card", "practice", "session", "session_question", "assessment")) {
      assertThat(
              Candidate.count(
                  "select count(*) from practice." + table + " where account_id = ?", account))
          .as(table)
          .isZero();
    }
  }
}
