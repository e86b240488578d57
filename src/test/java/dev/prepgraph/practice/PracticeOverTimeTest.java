package dev.prepgraph.practice;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.answer.AnswerHistoryTest;
import dev.prepgraph.content.TestPack;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits of practice, and questions that are unpublished. */
@QuarkusTest
@TestProfile(AnswerHistoryTest.SmallLimits.class)
class PracticeOverTimeTest {

  @TempDir Path folder;

  private final Candidate candidate = Candidate.unknown();

  private void publish(String... prompts) {
    int revision = TestPack.publish(folder, prompts);
    await()
        .until(
            () ->
                GraphQL.query("{ catalogue { revision } }").getInt("catalogue.revision")
                    >= revision);
  }

  private static String question(String slug) {
    return GraphQL.query("query ($s: String) { question(slug: $s) { id } }", Map.of("s", slug))
        .getString("question.id");
  }

  private JsonPath practise(Candidate who, String question) {
    return who.record(Map.of("questionId", question, "rating", "GOOD"))
        .setRootPath("data.recordPractice");
  }

  @Test
  void continuesForUnpublishedQuestions() {
    publish("Stays?", "Goes?");
    String gone = question("t-1");
    assertThat(practise(candidate, gone).getInt("card.reps")).isEqualTo(1);

    publish("Stays?");

    assertThat(question("t-1")).isNull();
    assertThat(practise(candidate, gone).getInt("card.reps")).isEqualTo(2);
    // An unpublished question leaves the queue, but keeps its history.
    assertThat(candidate.queue(10)).isEmpty();
    assertThat(
            candidate
                .user()
                .query("{ viewer { practices { edges { node { question { prompt } } } } } }")
                .getList("viewer.practices.edges.node.question.prompt"))
        .containsExactly("Goes?", "Goes?");
    assertThat(practise(Candidate.unknown(), gone).getString("userErrors[0].code"))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void isBoundedForEachUser() {
    publish("One?", "Two?", "Three?");
    String one = question("t-0");
    for (int i = 0; i < 3; i++) {
      assertThat(practise(candidate, one).getList("userErrors")).isEmpty();
    }
    assertThat(practise(candidate, question("t-1")).getList("userErrors")).isEmpty();

    assertThat(practise(candidate, one).getString("userErrors[0].message"))
        .isEqualTo("A user has at most 4 practices");

    Candidate other = Candidate.unknown();
    practise(other, one);
    practise(other, question("t-1"));
    assertThat(practise(other, question("t-2")).getString("userErrors[0].message"))
        .isEqualTo("A user practises at most 2 questions");
    assertThat(practise(other, one).getInt("card.reps")).isEqualTo(2);
  }
}
