package dev.prepgraph.practice;

import static dev.prepgraph.StatementCounter.during;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cards of questions and the progress in guides, on the pages of the catalogue. */
@QuarkusTest
class ProgressTest {

  private static final String CARD =
      "query ($id: ID!) { question(id: $id) { myCard { question { id } dueAt retrievability reps lapses practisedAt } } }";

  private static final String PROGRESS =
      "query ($id: ID!) { roleGuide(id: $id) { myProgress { answered ready practised due total } } }";

  private final Candidate candidate = Candidate.unknown();
  private final User user = candidate.user();
  private List<String> questions;

  @BeforeEach
  void findQuestions() {
    questions = Published.guideQuestions();
  }

  private static Map<String, Object> progress(User reader) {
    return reader.query(PROGRESS, Map.of("id", Published.guide())).getMap("roleGuide.myProgress");
  }

  private Map<String, Object> expected(int answered, int ready, int practised, int due) {
    return Map.of(
        "answered",
        answered,
        "ready",
        ready,
        "practised",
        practised,
        "due",
        due,
        "total",
        questions.size());
  }

  @Test
  void aQuestionHasTheCardOfItsLastPractice() {
    Map<String, String> question = Map.of("id", questions.get(0));
    assertThat(user.query(CARD, question).getMap("question")).containsEntry("myCard", null);
    JsonPath recorded =
        candidate.practise(questions.get(0), "GOOD", Instant.now().minus(Duration.ofHours(2)));

    JsonPath card = user.query(CARD, question);

    assertThat(card.getString("question.myCard.question.id")).isEqualTo(questions.get(0));
    assertThat(card.getString("question.myCard.dueAt")).isEqualTo(recorded.getString("card.dueAt"));
    assertThat(card.getInt("question.myCard.reps")).isEqualTo(1);
    assertThat(card.getDouble("question.myCard.retrievability")).isBetween(0.9, 1.0);
  }

  @Test
  void aGuideCountsAnswersPracticesAndDueCards() {
    assertThat(progress(user)).isEqualTo(expected(0, 0, 0, 0));
    candidate.answer(questions.get(0), "READY");
    candidate.answer(questions.get(1), "READY");
    candidate.answer(questions.get(1), "DRAFT", 1);
    candidate.answer(questions.get(2), "DRAFT");
    candidate.practise(questions.get(2), "EASY", Instant.now());
    candidate.practise(questions.get(3), "AGAIN", Instant.now().minus(Duration.ofDays(300)));
    String elsewhere =
        Published.questions(100).stream()
            .filter(id -> !questions.contains(id))
            .findFirst()
            .orElseThrow();
    candidate.answer(elsewhere, "READY");
    candidate.practise(elsewhere, "GOOD", Instant.now());

    assertThat(progress(user)).isEqualTo(expected(3, 1, 2, 1));
  }

  @Test
  void pagesTakeAFixedNumberOfStatements() {
    questions.forEach(question -> candidate.answer(question, "DRAFT"));
    candidate.practise(questions.get(0), "GOOD", Instant.now());
    String page =
        """
        query ($first: Int!) {
          questions(first: $first) { edges { node { myCard { dueAt } } } }
          roleGuides(first: $first) { edges { node { myProgress { due } } } } }
        """;
    for (int first : new int[] {1, 100}) {
      user.query(page, Map.of("first", first));
      // To enter; the cards; the progress.
      assertThat(during(() -> user.query(page, Map.of("first", first)))).hasSize(3);
    }
  }

  @Test
  void isNullWithoutALogin() {
    assertThat(GraphQL.query(CARD, Map.of("id", questions.get(0))).getMap("question"))
        .containsEntry("myCard", null);
    assertThat(GraphQL.query(PROGRESS, Map.of("id", Published.guide())).getMap("roleGuide"))
        .containsEntry("myProgress", null);
  }

  @Test
  void isNotCached() {
    String document =
        "{ roleGuide(slug: \"%s\") { myProgress { total } questions { edges { node { myCard { reps } } } } } }"
            .formatted(Published.GUIDE);
    given()
        .queryParam("query", document)
        .get("/graphql")
        .then()
        .header("Cache-Control", startsWith("public"))
        .body("data.roleGuide.myProgress", nullValue());
    user.request()
        .queryParam("query", document)
        .get("/graphql")
        .then()
        .header("Cache-Control", "private, no-store")
        .body("data.roleGuide.myProgress.total", is(questions.size()));
  }

  @RowSecurityTest
  void isHiddenFromOtherUsers() {
    candidate.answer(questions.get(0), "READY");
    candidate.practise(questions.get(0), "GOOD", Instant.now());
    User other = User.unknown();

    assertThat(progress(other)).isEqualTo(expected(0, 0, 0, 0));
    assertThat(other.query(CARD, Map.of("id", questions.get(0))).getMap("question"))
        .containsEntry("myCard", null);
    assertThat(progress(user)).isEqualTo(expected(1, 1, 1, 0));
  }
}
