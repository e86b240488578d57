package dev.prepgraph.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.StatementCounter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssessmentTest {

  private static final String ASSESSMENTS =
      "{ viewer { savedAnswers(first: 10) { edges { node { assessments { version assessedAt ratings { score criterion { id levels { score } } } } } } } } }";

  private final Candidate candidate = Candidate.unknown();
  private String question;
  private List<String> criteria;

  @BeforeEach
  void read() {
    question = Candidate.questions().get(0);
    criteria = criteria(question);
  }

  private static List<String> criteria(String question) {
    return GraphQL.query(
            "query ($id: ID!) { question(id: $id) { criteria { id } } }", Map.of("id", question))
        .getList("question.criteria.id");
  }

  private JsonPath assessments() {
    return candidate
        .user()
        .query(ASSESSMENTS)
        .setRootPath("data.viewer.savedAnswers.edges[0].node");
  }

  @Test
  void staysWithTheRevisionThatItJudged() {
    String answer = candidate.answer(question, "DRAFT");
    candidate.assess(answer, 1, Map.of(criteria.get(0), 2));
    candidate.answer(question, "READY", 1);
    assertThat(assessments().getList("assessments.version")).containsExactly(1);

    JsonPath done = candidate.assess(answer, 2, Map.of(criteria.get(0), 5));
    candidate.assess(answer, 1, Map.of(criteria.get(0), 3));

    assertThat(done.getInt("assessAnswer.assessment.version")).isEqualTo(2);
    JsonPath all = assessments();
    assertThat(all.getList("assessments.version")).containsExactly(2, 1);
    assertThat(all.getList("assessments.ratings[0].score")).containsExactly(5);
    assertThat(all.getList("assessments.ratings[1].score")).containsExactly(3);
    assertThat(all.getString("assessments[0].ratings[0].criterion.id")).isEqualTo(criteria.get(0));
  }

  @Test
  void goesWithItsAnswer() {
    String answer = candidate.answer(question, "DRAFT");
    candidate.assess(answer, 1, Map.of(criteria.get(0), 2));

    candidate
        .user()
        .query(
            "mutation ($id: ID!) { deleteSavedAnswer(id: $id) { deletedId } }",
            Map.of("id", answer));

    assertThat(
            Candidate.count(
                "select count(*) from practice.assessment where account_id = ?",
                candidate.account()))
        .isZero();
  }

  private static String error(JsonPath done) {
    List<String> field = done.getList("assessAnswer.userErrors[0].field");
    return done.getString("assessAnswer.userErrors[0].code") + " " + field.get(field.size() - 1);
  }

  @Test
  void refusesWhatCannotBe() {
    String answer = candidate.answer(question, "DRAFT");
    String foreign =
        GraphQL.query("{ roleGuides(first: 100) { edges { node { criteria { id } } } } }")
            .<List<String>>getList("roleGuides.edges.node.criteria.id")
            .stream()
            .flatMap(List::stream)
            .filter(id -> !criteria.contains(id))
            .findFirst()
            .orElseThrow();

    assertThat(error(candidate.assess(answer, 1, Map.of(criteria.get(0), 0))))
        .isEqualTo("INVALID ratings");
    assertThat(error(candidate.assess(answer, 1, Map.of(criteria.get(0), 6))))
        .isEqualTo("INVALID ratings");
    assertThat(error(candidate.assess(answer, 1, Map.of()))).isEqualTo("INVALID ratings");
    assertThat(error(candidate.assess(answer, 1, Map.of(foreign, 3))))
        .isEqualTo("NOT_FOUND ratings");
    assertThat(error(candidate.assess(answer, 1, Map.of(question, 3))))
        .isEqualTo("NOT_FOUND ratings");
    assertThat(error(candidate.assess(answer, 2, Map.of(criteria.get(0), 3))))
        .isEqualTo("NOT_FOUND answerId");
    assertThat(error(candidate.assess(question, 1, Map.of(criteria.get(0), 3))))
        .isEqualTo("NOT_FOUND answerId");
    JsonPath twice =
        candidate
            .user()
            .query(
                """
                mutation ($id: ID!, $criterion: ID!) { assessAnswer(input: {answerId: $id, version: 1, ratings: [
                  {criterionId: $criterion, score: 1}, {criterionId: $criterion, score: 2}]}) { userErrors { code field } } }
                """,
                Map.of("id", answer, "criterion", criteria.get(0)));
    assertThat(error(twice)).isEqualTo("DUPLICATE ratings");
    assertThat(assessments().getList("assessments")).isEmpty();
  }

  @RowSecurityTest
  void isNobodyElses() {
    String answer = candidate.answer(question, "DRAFT");
    candidate.assess(answer, 1, Map.of(criteria.get(0), 2));

    assertThat(error(Candidate.unknown().assess(answer, 1, Map.of(criteria.get(0), 3))))
        .isEqualTo("NOT_FOUND answerId");
    assertThat(
            GraphQL.refusal(
                """
                mutation ($id: ID!, $criterion: ID!) { assessAnswer(input: {answerId: $id, version: 1,
                  ratings: [{criterionId: $criterion, score: 1}]}) { userErrors { code } } }
                """,
                Map.of("id", answer, "criterion", criteria.get(0))))
        .startsWith("UNAUTHENTICATED ");
    assertThat(assessments().getList("assessments.ratings[0].score")).containsExactly(2);
  }

  @Test
  void readsWithAFixedNumberOfStatements() {
    for (String each : Candidate.questions().subList(0, 3)) {
      String answer = candidate.answer(each, "DRAFT");
      candidate.assess(answer, 1, Map.of(criteria(each).get(0), 4));
    }
    candidate.user().query(ASSESSMENTS);

    // To enter; the answers, their assessments.
    assertThat(StatementCounter.during(() -> candidate.user().query(ASSESSMENTS))).hasSize(3);
  }
}
