package dev.prepgraph.practice.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.practice.Candidate;
import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.fsrs.ReadinessFormula;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadinessTest {

  private static final String READINESS =
      """
      query ($id: ID!) { viewer { readiness(guideId: $id) { guide { slug } score formula predictedFor
        criteria { criterion { id } score answered total recall rating }
        questions { question { id criteria { id } } answered recall ratings { criterion { id } score } } } } }
      """;

  private final Candidate candidate = Candidate.unknown();
  private String guide;
  private List<String> questions;

  @BeforeEach
  void read() {
    guide = Published.guide();
    questions = Published.guideQuestions();
  }

  /** With numbers as they were sent. */
  private JsonNode readiness() {
    try {
      return new ObjectMapper()
          .readTree(
              candidate
                  .user()
                  .request()
                  .contentType("application/json")
                  .body(Map.of("query", READINESS, "variables", Map.of("id", guide)))
                  .post("/graphql")
                  .asString())
          .at("/data/viewer/readiness");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String criterionOf(String question) {
    return GraphQL.query(
            "query ($id: ID!) { question(id: $id) { criteria { id } } }", Map.of("id", question))
        .getString("question.criteria[0].id");
  }

  private void prepare() {
    candidate.practise(questions.get(0), "GOOD", Instant.now().minus(Duration.ofDays(3)));
    candidate.practise(questions.get(1), "AGAIN", Instant.now().minus(Duration.ofDays(9)));
    candidate.answer(questions.get(1), "READY");
    candidate.answer(questions.get(2), "DRAFT");
    String answer = candidate.answer(questions.get(3), "READY");
    candidate.assess(answer, 1, Map.of(criterionOf(questions.get(3)), 2));
    candidate.answer(questions.get(3), "READY", 1);
    candidate.assess(answer, 2, Map.of(criterionOf(questions.get(3)), 4));
  }

  @Test
  void isNothingAtFirst() {
    JsonNode readiness = readiness();

    assertThat(readiness.at("/guide/slug").asText()).isEqualTo(Published.GUIDE);
    assertThat(readiness.get("score").asDouble()).isZero();
    assertThat(readiness.get("questions")).hasSameSizeAs(questions);
    readiness.get("criteria").forEach(c -> assertThat(c.get("score").asDouble()).isZero());
  }

  /** By the formula's text, out of nothing but the answer. */
  @Test
  void followsFromItsParts() {
    prepare();

    JsonNode readiness = readiness();

    assertThat(readiness.get("formula").asText())
        .isEqualTo(ReadinessFormula.TEXT)
        .startsWith("2: ");
    double sum = 0;
    int totals = 0;
    for (JsonNode criterion : readiness.get("criteria")) {
      String id = criterion.at("/criterion/id").asText();
      int total = 0;
      int answered = 0;
      double recall = 0;
      double rating = 0;
      for (JsonNode question : readiness.get("questions")) {
        if (question.at("/question/criteria").findValuesAsText("id").contains(id)) {
          total++;
          answered += question.get("answered").asBoolean() ? 1 : 0;
          recall += question.get("recall").asDouble();
          for (JsonNode rated : question.get("ratings")) {
            if (rated.at("/criterion/id").asText().equals(id)) {
              rating += (rated.get("score").asInt() - 1) / 4.0;
            }
          }
        }
      }
      assertThat(criterion.get("total").asInt()).isEqualTo(total);
      assertThat(criterion.get("answered").asInt()).isEqualTo(answered);
      if (total > 0) {
        assertThat(criterion.get("recall").asDouble()).isEqualTo(recall / total);
        assertThat(criterion.get("rating").asDouble()).isEqualTo(rating / total);
        assertThat(criterion.get("score").asDouble())
            .isEqualTo(0.4 * answered / total + 0.4 * (recall / total) + 0.2 * (rating / total));
      }
      sum += criterion.get("score").asDouble() * total;
      totals += total;
    }
    assertThat(readiness.get("score").asDouble()).isEqualTo(sum / totals).isGreaterThan(0);
  }

  @Test
  void countsReadyAnswersRecallAndTheNewestRating() {
    prepare();
    Fsrs fsrs = new Fsrs();

    JsonNode readiness = readiness();

    JsonNode parts = readiness.get("questions");
    assertThat(parts.findValuesAsText("answered").subList(0, 4))
        .containsExactly("false", "true", "false", "true");
    assertThat(parts.at("/0/recall").asDouble())
        .isCloseTo(fsrs.retrievability(fsrs.next(null, Fsrs.Rating.GOOD, 0), 3), within(1e-4));
    assertThat(parts.at("/2/recall").asDouble()).isZero();
    assertThat(parts.at("/3/ratings")).hasSize(1);
    assertThat(parts.at("/3/ratings/0/score").asInt()).isEqualTo(4);
  }

  @Test
  void looksAtTheDayOfTheNearestInterviewForTheGuide() {
    prepare();
    double now = readiness().get("score").asDouble();
    candidate.interview(Instant.now().plus(Duration.ofDays(2)), null);
    Instant day = Instant.now().plus(Duration.ofDays(40)).truncatedTo(ChronoUnit.SECONDS);
    candidate.interview(day, guide);

    JsonNode readiness = readiness();

    assertThat(readiness.get("predictedFor").asText()).isEqualTo(day.toString());
    assertThat(readiness.get("score").asDouble()).isLessThan(now);
    Fsrs fsrs = new Fsrs();
    assertThat(readiness.at("/questions/0/recall").asDouble())
        .isCloseTo(fsrs.retrievability(fsrs.next(null, Fsrs.Rating.GOOD, 0), 43), within(1e-4));
  }

  @Test
  void looksBeyondManyNearerInterviews() {
    for (int i = 1; i <= 20; i++) {
      candidate.interview(Instant.now().plus(Duration.ofDays(i)), null);
    }
    Instant day = Instant.now().plus(Duration.ofDays(40)).truncatedTo(ChronoUnit.SECONDS);
    candidate.interview(day, guide);

    assertThat(readiness().get("predictedFor").asText()).isEqualTo(day.toString());
  }

  @RowSecurityTest
  void isPrivate() {
    Candidate other = Candidate.unknown();
    other.practise(questions.get(0), "GOOD", Instant.now().minusSeconds(10));
    other.answer(questions.get(0), "READY");

    assertThat(readiness().get("score").asDouble()).isZero();
    assertThat(GraphQL.query(READINESS, Map.of("id", guide)).getString("viewer")).isNull();
  }

  @Test
  void isNullForUnknownGuides() {
    for (String id : List.of(questions.get(0), "nothing")) {
      assertThat(candidate.user().query(READINESS, Map.of("id", id)).getString("viewer.readiness"))
          .isNull();
    }
  }

  @Test
  void readsWithAFixedNumberOfStatements() {
    prepare();
    readiness();

    // To enter; readiness.
    assertThat(StatementCounter.during(this::readiness)).hasSize(2);
  }
}
