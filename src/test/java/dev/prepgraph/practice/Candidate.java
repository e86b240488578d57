package dev.prepgraph.practice;

import dev.prepgraph.OwnerSql;
import dev.prepgraph.User;
import dev.prepgraph.answer.Answers;
import dev.prepgraph.node.NodeId;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A user who practises. */
public record Candidate(User user) {

  private static final String RECORD =
      """
      mutation ($input: RecordPracticeInput!) { recordPractice(input: $input) {
        card { question { id } dueAt retrievability reps lapses practisedAt } practice { id rating practisedAt } userErrors { code field message } } }
      """;

  public static Candidate unknown() {
    return new Candidate(User.unknown());
  }

  static UUID key(String id) {
    return NodeId.parse(id).orElseThrow().key();
  }

  public UUID account() {
    return key(user.query("{ viewer { id } }").getString("viewer.id"));
  }

  public JsonPath record(Map<String, ?> input) {
    return user.payload(RECORD, Map.of("input", input));
  }

  public JsonPath practise(String question, String rating, Instant at) {
    return user.mutate(
        RECORD,
        Map.of(
            "input",
            Map.of("questionId", question, "rating", rating, "practisedAt", at.toString())));
  }

  /** Saves a new answer; returns its id. */
  public String answer(String question, String status) {
    return answer(question, status, 0);
  }

  public String answer(String question, String status, int expectedVersion) {
    String body = "Version " + (expectedVersion + 1);
    return Answers.save(user, question, expectedVersion, "body", body, "status", status)
        .getString("id");
  }

  public JsonPath assess(String answer, int version, Map<String, Integer> scores) {
    List<Map<String, Object>> ratings =
        scores.entrySet().stream()
            .map(s -> Map.<String, Object>of("criterionId", s.getKey(), "score", s.getValue()))
            .toList();
    return user.payload(
        """
        mutation ($input: AssessAnswerInput!) { assessAnswer(input: $input) {
          assessment { version ratings { criterion { id } score } } userErrors { code field } } }
        """,
        Map.of("input", Map.of("answerId", answer, "version", version, "ratings", ratings)));
  }

  /** The ids of the questions in the queue. */
  public List<String> queue(int first) {
    return user.query(
            "query ($first: Int) { viewer { practiceQueue(first: $first) { question { id } } } }",
            Map.of("first", first))
        .getList("viewer.practiceQueue.question.id");
  }

  public void interview(Instant at, String guide) {
    OwnerSql.execute(
        TestInterviews.INSERT,
        account(),
        UUID.randomUUID().toString(),
        at.toString(),
        guide == null ? "" : key(guide).toString());
  }
}
