package dev.prepgraph.practice;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import dev.prepgraph.node.NodeId;
import io.quarkus.arc.Arc;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** A user who practises, as tests need them. */
public record Candidate(User user) {

  public static final String GUIDE = "backend-developer-intern";

  public static Candidate unknown() {
    return new Candidate(User.unknown());
  }

  public static String guide() {
    return GraphQL.query(
            "query ($slug: String!) { roleGuide(slug: $slug) { id } }", Map.of("slug", GUIDE))
        .getString("roleGuide.id");
  }

  /** The ids of the guide's questions, in its order. */
  public static List<String> questions() {
    return GraphQL.query(
            "query ($slug: String!) { roleGuide(slug: $slug) { questions(first: 100) { edges { node { id } } } } }",
            Map.of("slug", GUIDE))
        .getList("roleGuide.questions.edges.node.id");
  }

  static UUID key(String id) {
    return NodeId.parse(id).orElseThrow().key();
  }

  public UUID account() {
    return key(user.query("{ viewer { id } }").getString("viewer.id"));
  }

  public JsonPath record(Map<String, ?> input) {
    return user.query(
        """
        mutation ($input: RecordPracticeInput!) { recordPractice(input: $input) {
          card { question { id } dueAt retrievability reps lapses practisedAt } userErrors { code field message } } }
        """,
        Map.of("input", input));
  }

  public JsonPath practise(String question, String rating, Instant at) {
    JsonPath done =
        record(Map.of("questionId", question, "rating", rating, "practisedAt", at.toString()));
    if (!done.getList("recordPractice.userErrors").isEmpty()) {
      throw new AssertionError(done.prettify());
    }
    return done;
  }

  /** Saves a new answer; returns its id. */
  public String answer(String question, String status) {
    return answer(question, status, 0);
  }

  public String answer(String question, String status, int expectedVersion) {
    Map<String, Object> input = new HashMap<>();
    input.put("questionId", question);
    input.put("body", "Version " + (expectedVersion + 1));
    input.put("status", status);
    input.put("expectedVersion", expectedVersion);
    return user.query(
            "mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { id } } }",
            Map.of("input", input))
        .getString("saveAnswer.savedAnswer.id");
  }

  public JsonPath assess(String answer, int version, Map<String, Integer> scores) {
    List<Map<String, Object>> ratings =
        scores.entrySet().stream()
            .map(s -> Map.<String, Object>of("criterionId", s.getKey(), "score", s.getValue()))
            .toList();
    return user.query(
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
    sql(
        TestInterviews.INSERT,
        account(),
        UUID.randomUUID().toString(),
        at.toString(),
        guide == null ? "" : key(guide).toString());
  }

  /** Changes what is stored as nobody else may: as the owner of the database. */
  public static int sql(String statement, Object... parameters) {
    try (var connection = Arc.container().instance(DataSource.class).get().getConnection();
        var prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the first row, a number. */
  public static int count(String query, Object... parameters) {
    try (var connection = Arc.container().instance(DataSource.class).get().getConnection();
        var prepared = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      var rows = prepared.executeQuery();
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
