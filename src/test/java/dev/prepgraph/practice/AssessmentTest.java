package dev.prepgraph.practice;

import static dev.prepgraph.GraphQL.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
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
    question = Published.guideQuestions().get(0);
    criteria = Published.criteria(question);
  }

  private JsonPath assessments() {
    return candidate
        .user()
        .query(ASSESSMENTS)
        .setRootPath("data.viewer.savedAnswers.edges[0].node");
  }

  @Test
  void belongsToTheAssessedRevision() {
    String answer = candidate.answer(question, "DRAFT");
    candidate.assess(answer, 1, Map.of(criteria.get(0), 2));
    candidate.answer(question, "READY", 1);
    assertThat(assessments().getList("assessments.version")).containsExactly(1);

    JsonPath done = candidate.assess(answer, 2, Map.of(criteria.get(0), 5));
    candidate.assess(answer, 1, Map.of(criteria.get(0), 3));

    assertThat(done.getInt("assessment.version")).isEqualTo(2);
    JsonPath all = assessments();
    assertThat(all.getList("assessments.version")).containsExactly(2, 1);
    assertThat(all.getList("assessments.ratings[0].score")).containsExactly(5);
    assertThat(all.getList("assessments.ratings[1].score")).containsExactly(3);
    assertThat(all.getString("assessments[0].ratings[0].criterion.id")).isEqualTo(criteria.get(0));
  }

  @Test
  void isDeletedWithItsAnswer() {
    String answer = candidate.answer(question, "DRAFT");
    candidate.assess(answer, 1, Map.of(criteria.get(0), 2));

    candidate
        .user()
        .query(
            "mutation ($id: ID!) { deleteSavedAnswer(input: {id: $id}) { deletedId } }",
            Map.of("id", answer));

    assertThat(
            OwnerSql.count(
                "select count(*) from practice.assessment where account_id = ?",
                candidate.account()))
        .isZero();
  }

  @Test
  void rejectsInvalidInput() {
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
        .isEqualTo("INVALID [input, ratings]");
    assertThat(error(candidate.assess(answer, 1, Map.of(criteria.get(0), 6))))
        .isEqualTo("INVALID [input, ratings]");
    assertThat(error(candidate.assess(answer, 1, Map.of()))).isEqualTo("INVALID [input, ratings]");
    assertThat(error(candidate.assess(answer, 1, Map.of(foreign, 3))))
        .isEqualTo("NOT_FOUND [input, ratings]");
    assertThat(error(candidate.assess(answer, 1, Map.of(question, 3))))
        .isEqualTo("NOT_FOUND [input, ratings]");
    assertThat(error(candidate.assess(answer, 2, Map.of(criteria.get(0), 3))))
        .isEqualTo("NOT_FOUND [input, answerId]");
    assertThat(error(candidate.assess(question, 1, Map.of(criteria.get(0), 3))))
        .isEqualTo("NOT_FOUND [input, answerId]");
    JsonPath twice =
        candidate
            .user()
            .payload(
                """
                mutation ($id: ID!, $criterion: ID!) { assessAnswer(input: {answerId: $id, version: 1, ratings: [
                  {criterionId: $criterion, score: 1}, {criterionId: $criterion, score: 2}]}) { userErrors { code field } } }
                """,
                Map.of("id", answer, "criterion", criteria.get(0)));
    assertThat(error(twice)).isEqualTo("DUPLICATE [input, ratings]");
    assertThat(assessments().getList("assessments")).isEmpty();
  }

  @RowSecurityTest
  void isPrivate() {
    String answer = candidate.answer(question, "DRAFT");
    candidate.assess(answer, 1, Map.of(criteria.get(0), 2));

    assertThat(error(Candidate.unknown().assess(answer, 1, Map.of(criteria.get(0), 3))))
        .isEqualTo("NOT_FOUND [input, answerId]");
    assertThat(
            GraphQL.rejection(
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
    for (String each : Published.guideQuestions().subList(0, 3)) {
      String answer = candidate.answer(each, "DRAFT");
      candidate.assess(answer, 1, Map.of(Published.criteria(each).get(0), 4));
    }
    candidate.user().query(ASSESSMENTS);

    // To enter; the answers, their assessments.
    assertThat(StatementCounter.during(() -> candidate.user().query(ASSESSMENTS))).hasSize(3);
  }
}
