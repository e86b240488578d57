package dev.prepgraph.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssessmentImportTest {

  /** Rates stored revisions of an answer by names of criteria. */
  private static void rate(String answer, int revisions, List<String> criteria) {
    OwnerSql.execute(
        """
        with revisions as (
          insert into answer.answer_revision (account_id, answer_id, version, question_revision, status, body)
          select a.account_id, a.id, n, 1, 'DRAFT', '' from answer.saved_answer a cross join generate_series(2, ?) n
          where a.id = ?
          returning account_id, answer_id, version),
        newest as (
          update answer.saved_answer set version = ? where id = ?)
        insert into practice.assessment (account_id, answer_id, version, criterion, score)
        select account_id, answer_id, version, criterion, 3 from revisions cross join unnest(string_to_array(?, ' ')) criterion
        """,
        revisions,
        Candidate.key(answer),
        revisions,
        Candidate.key(answer),
        String.join(" ", criteria));
  }

  private static List<String> slugs(String question) {
    return GraphQL.query(
            "query ($id: ID!) { question(id: $id) { criteria { slug } } }", Map.of("id", question))
        .getList("question.criteria.slug");
  }

  @Test
  void importsAllThatAnAccountHas() {
    Candidate candidate = Candidate.unknown();
    int answers = 0;
    int rated = 0;
    for (String question : Published.guideQuestions()) {
      if (rated <= 10_000) {
        List<String> criteria = slugs(question);
        rate(candidate.answer(question, "DRAFT"), 1_000, criteria);
        answers++;
        rated += 999 * criteria.size();
      }
    }
    ObjectNode export = candidate.user().export();
    Candidate other = Candidate.unknown();

    assertThat(other.user().importExport(export).getInt("imported")).isEqualTo(answers + rated);

    assertThat(other.user().export().get("assessments")).isEqualTo(export.get("assessments"));
    assertThat(other.user().importExport(export).getList("skipped")).hasSize(answers + rated);
  }

  @Test
  void isLimited() {
    Candidate candidate = Candidate.unknown();
    List<String> questions = Published.guideQuestions();
    String criterion = Published.criteria(questions.get(0)).get(0);
    String answer = candidate.answer(questions.get(0), "DRAFT");
    List<String> names = IntStream.range(0, 99_999).mapToObj(i -> "c" + i).toList();
    rate(answer, 2, names);

    assertThat(candidate.assess(answer, 1, Map.of(criterion, 4)).getList("userErrors")).isEmpty();
    assertThat(candidate.assess(answer, 1, Map.of(criterion, 5)).getList("userErrors")).isEmpty();
    assertThat(candidate.assess(answer, 2, Map.of(criterion, 4)).getList("userErrors.code"))
        .containsExactly("LIMIT_REACHED");
    Candidate other = Candidate.unknown();
    other.assess(
        other.answer(questions.get(1), "DRAFT"),
        1,
        Map.of(Published.criteria(questions.get(1)).get(0), 4));
    assertThat(candidate.user().importExport(other.user().export()).getList("userErrors.message"))
        .containsExactly("A user has at most 100000 assessments");
  }

  @Test
  void skipsRatingsOfAnotherRevision() {
    Candidate candidate = Candidate.unknown();
    Candidate other = Candidate.unknown();
    String question = Published.guideQuestions().get(0);
    String criterion = Published.criteria(question).get(0);
    candidate.assess(candidate.answer(question, "READY"), 1, Map.of(criterion, 4));
    ObjectNode ratings = candidate.user().export();
    ratings.remove(List.of("savedAnswers", "practices", "practiceSessions"));
    other.answer(question, "DRAFT");

    assertThat(other.user().importExport(ratings).getList("skipped.reason"))
        .containsExactly("UNKNOWN");
  }
}
