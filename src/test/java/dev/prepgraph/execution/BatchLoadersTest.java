package dev.prepgraph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import dev.prepgraph.answer.Answers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchLoadersTest {

  private static final String SLUG = "backend-developer-intern";

  private final User user = User.unknown();

  /** A field of the guide in a language. */
  private static <T> T inGuide(String locale, String field, String path) {
    return GraphQL.query(
            "query($locale: String) { roleGuide(slug: \"%s\", locale: $locale) { id title %s } }"
                .formatted(SLUG, field),
            Map.of("locale", locale))
        .get("roleGuide." + path);
  }

  private static String guide() {
    return inGuide("en", "", "id");
  }

  private static List<String> prompts(String locale) {
    return inGuide(
        locale,
        "questions(first: 100) { edges { node { prompt } } }",
        "questions.edges.node.prompt");
  }

  private static String questionId() {
    return inGuide(
        "en", "questions(first: 1) { edges { node { id } } }", "questions.edges[0].node.id");
  }

  /** Runs a list of the viewer under two aliases, with two locales. */
  private JsonPath inBoth(String field, String selection) {
    return user.query(
        "{ viewer { en: %1$s(locale: \"en\") %2$s de: %1$s(locale: \"de\") %2$s } }"
            .formatted(field, selection));
  }

  @Test
  void sessionsUnderAliasesHaveTheirOwnLanguages() {
    user.query(
        "mutation($input: StartPracticeSessionInput!) { startPracticeSession(input: $input) { userErrors { code } } }",
        Map.of("input", Map.of("guideId", guide(), "questions", 22, "minutesEach", 5)));

    JsonPath both =
        inBoth(
            "practiceSessions",
            "{ edges { node { guide { title } questions { question { prompt } } } } }");

    for (String locale : List.of("en", "de")) {
      String node = "viewer." + locale + ".edges[0].node.";
      assertThat(both.getString(node + "guide.title")).isEqualTo(inGuide(locale, "", "title"));
      assertThat(both.<String>getList(node + "questions.question.prompt"))
          .containsExactlyInAnyOrderElementsOf(prompts(locale));
    }
    assertThat(prompts("en")).isNotEqualTo(prompts("de"));
  }

  @Test
  void debriefsUnderAliasesHaveTheirOwnLanguages() {
    String interview = track();
    debrief(interview, 1, "asked");

    JsonPath both =
        inBoth(
            "interviews",
            "{ edges { node { guide { title } debrief { askedQuestions { question { prompt } } gaps { question { prompt } } } } } }");

    for (String locale : List.of("en", "de")) {
      String node = "viewer." + locale + ".edges[0].node.";
      String prompt = prompts(locale).get(0);
      assertThat(both.getString(node + "guide.title")).isEqualTo(inGuide(locale, "", "title"));
      assertThat(both.getList(node + "debrief.askedQuestions.question.prompt"))
          .containsExactly(prompt);
      assertThat(both.getList(node + "debrief.gaps.question.prompt")).containsExactly(prompt);
    }
  }

  @Test
  void aPageUnderAliasesCostsOneStatementPerArguments() {
    track();
    String debriefs = "interviews%s { edges { node { debrief { notes } } } }";
    String one = "{ viewer { " + debriefs.formatted("") + " } }";
    int statements = StatementCounter.during(() -> user.query(one)).size();
    String aliased =
        "{ viewer { a: "
            + debriefs.formatted("")
            + " b: "
            + debriefs.formatted("(first: 20)")
            + " } }";
    // The second list, and nothing for its debriefs.
    assertThat(StatementCounter.during(() -> user.query(aliased))).hasSize(statements + 1);
  }

  @Test
  void aBatchFieldUnderAliasesHasItsOwnArgumentsInEach() {
    List<String> questions = Published.questions(2);
    for (int version = 0; version < 3; version++) {
      Answers.save(user, questions.get(0), version, "body", "first " + version);
      if (version < 2) {
        Answers.save(user, questions.get(1), version, "body", "second " + version);
      }
    }
    String query =
        "{ viewer { savedAnswers { edges { node { newest: revisions(first: 1) %1$s oldest: revisions(last: 2) %1$s } } } } }"
            .formatted("{ totalCount edges { node { body } } }");
    List<String> statements =
        StatementCounter.during(
            () -> {
              JsonPath answers = user.query(query).setRootPath("data.viewer.savedAnswers.edges");
              assertThat(answers.getList("node.newest.edges.node.body"))
                  .isEqualTo(List.of(List.of("second 1"), List.of("first 2")));
              assertThat(answers.getList("node.oldest.edges.node.body"))
                  .isEqualTo(
                      List.of(List.of("second 1", "second 0"), List.of("first 1", "first 0")));
              assertThat(answers.getList("node.oldest.totalCount")).isEqualTo(List.of(2, 3));
            });
    // The transaction, the list, and its revisions with either arguments.
    assertThat(statements).hasSize(4);
  }

  @Test
  void readsAfterEachMutationOfADocumentAreFresh() {
    String interview = track();
    String now =
        "{ interview { version history { enteredAt } debrief { notes } } userErrors { code } }";
    String stage =
        user.query("{ viewer { interviewStages { id } } }")
            .getString("viewer.interviewStages[0].id");
    JsonPath moved =
        user.query(
            """
            mutation($id: ID!, $stage: ID!) {
              a: moveInterview(input: {id: $id, stageId: $stage, enteredAt: "2026-01-03T10:00Z"}) %1$s
              b: moveInterview(input: {id: $id, stageId: $stage, enteredAt: "2026-01-02T10:00Z"}) %1$s
              c: saveInterviewDebrief(input: {interviewId: $id, expectedVersion: 3, notes: "first", askedQuestions: [], gaps: []}) %1$s
              d: saveInterviewDebrief(input: {interviewId: $id, expectedVersion: 4, notes: "second", askedQuestions: [], gaps: []}) %1$s
            }
            """
                .formatted(now),
            Map.of("id", interview, "stage", stage));

    assertThat(moved.getString("a.interview.history[-1].enteredAt"))
        .isEqualTo("2026-01-03T10:00:00Z");
    assertThat(moved.getString("b.interview.history[-1].enteredAt"))
        .isEqualTo("2026-01-02T10:00:00Z");
    assertThat(moved.getMap("b.interview")).containsEntry("debrief", null);
    assertThat(moved.getString("c.interview.debrief.notes")).isEqualTo("first");
    assertThat(moved.getString("d.interview.debrief.notes")).isEqualTo("second");
  }

  /** The version of the answer does not change with its assessments. */
  @Test
  void readsOfTheSameVersionAreFresh() {
    String question = questionId();
    String answer =
        user.query(
                "mutation($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { id } } }",
                Map.of("input", Map.of("questionId", question, "body", "x", "expectedVersion", 0)))
            .getString("saveAnswer.savedAnswer.id");
    String criterion =
        inGuide(
            "en",
            "questions(first: 1) { edges { node { criteria { id } } } }",
            "questions.edges[0].node.criteria[0].id");
    String read =
        "saveAnswer(input: {questionId: $q, body: \"x\", expectedVersion: 1}) { savedAnswer { version assessments { ratings { score } } } }";
    String rate =
        "assessAnswer(input: {answerId: $a, version: 1, ratings: [{criterionId: $c, score: %d}]}) { userErrors { code } }";
    JsonPath done =
        user.query(
            "mutation($q: ID!, $a: ID!, $c: ID!) { a: %1$s b: %2$s c: %1$s d: %3$s e: %1$s }"
                .formatted(read, rate.formatted(2), rate.formatted(5)),
            Map.of("q", question, "a", answer, "c", criterion));

    assertThat(done.getList("a.savedAnswer.assessments")).isEmpty();
    assertThat(done.getInt("c.savedAnswer.assessments[0].ratings[0].score")).isEqualTo(2);
    assertThat(done.getInt("e.savedAnswer.assessments[0].ratings[0].score")).isEqualTo(5);
  }

  private String track() {
    return user.query(
            "mutation($input: TrackInterviewInput!) { trackInterview(input: $input) { interview { id } } }",
            Map.of("input", Map.of("company", "ACME", "position", "Developer", "guideId", guide())))
        .getString("trackInterview.interview.id");
  }

  private void debrief(String interview, int version, String notes) {
    Map<String, Object> input =
        Map.of(
            "interviewId", interview,
            "expectedVersion", version,
            "notes", notes,
            "askedQuestions", List.of(Map.of("questionId", questionId(), "rating", 3)),
            "gaps", List.of(Map.of("questionId", questionId())));
    user.query(
        "mutation($input: SaveInterviewDebriefInput!) { saveInterviewDebrief(input: $input) { userErrors { code } } }",
        Map.of("input", input));
  }
}
