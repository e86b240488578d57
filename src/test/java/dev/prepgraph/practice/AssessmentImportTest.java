package dev.prepgraph.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.Published;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssessmentImportTest {

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
