package dev.prepgraph.interview;

import static dev.prepgraph.GraphQL.errors;
import static dev.prepgraph.interview.Tracking.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class DebriefTest {

  static final String DEBRIEF =
      """
      debrief { notes savedAt askedQuestions { question { slug } text rating notes }
        gaps { question { slug } criterion { slug } note } }
      """;

  static final String SAVE =
      "mutation($input: SaveInterviewDebriefInput!) { saveInterviewDebrief(input: $input) {"
          + " interview { id version "
          + DEBRIEF
          + "} userErrors { code field } } }";

  private String question;
  private String criterion;

  @BeforeEach
  void findReferences() {
    JsonPath found =
        GraphQL.query("{ questions(first: 1) { edges { node { id slug criteria { id slug } } } } }")
            .setRootPath("data.questions.edges[0].node");
    question = found.getString("id");
    criterion = found.getString("criteria[0].id");
  }

  private static Map<String, Object> input(
      String interview, int version, List<?> asked, List<?> gaps, String notes) {
    return Map.of(
        "input",
        GraphQL.map(
            "interviewId",
            interview,
            "expectedVersion",
            version,
            "askedQuestions",
            asked,
            "gaps",
            gaps,
            "notes",
            notes));
  }

  static JsonPath save(
      User user, String interview, int version, List<?> asked, List<?> gaps, String notes) {
    return user.payload(SAVE, input(interview, version, asked, gaps, notes));
  }

  @Test
  void isSaved() {
    User user = User.unknown();
    String id = track(user);

    JsonPath saved =
        save(
            user,
            id,
            1,
            List.of(
                Map.of("questionId", question, "rating", 2, "notes", "I *forgot* it"),
                Map.of("text", "Why us?", "rating", 5),
                Map.of("questionId", question, "text", "So how?", "rating", 1)),
            List.of(
                Map.of("questionId", question, "note", "Learn it"),
                Map.of("criterionId", criterion)),
            "Went well");

    assertThat(errors(saved)).isEmpty();
    saved.setRootPath("data.saveInterviewDebrief.interview");
    assertThat(saved.getInt("version")).isEqualTo(2);
    assertThat(saved.getString("debrief.notes")).isEqualTo("Went well");
    assertThat(saved.getList("debrief.askedQuestions.rating")).containsExactly(2, 5, 1);
    assertThat(saved.getList("debrief.askedQuestions.text"))
        .containsExactly(null, "Why us?", "So how?");
    assertThat(saved.getString("debrief.askedQuestions[0].notes")).isEqualTo("I *forgot* it");
    assertThat(saved.getString("debrief.askedQuestions[0].question.slug"))
        .isEqualTo(saved.getString("debrief.askedQuestions[2].question.slug"))
        .isEqualTo(saved.getString("debrief.gaps[0].question.slug"))
        .isNotNull();
    assertThat(saved.<Object>get("debrief.askedQuestions[1].question")).isNull();
    assertThat(saved.getString("debrief.gaps[0].note")).isEqualTo("Learn it");
    assertThat(saved.<Object>get("debrief.gaps[0].criterion")).isNull();
    assertThat(saved.getString("debrief.gaps[1].criterion.slug")).isNotNull();
    assertThat(
            user.query(
                    "query($id: ID!) { node(id: $id) { ... on Interview { id version "
                        + DEBRIEF
                        + "} } }",
                    Map.of("id", id))
                .<Object>get("node"))
        .isEqualTo(saved.get(""));
  }

  @Test
  void replacesThePreviousDebrief() {
    User user = User.unknown();
    String id = track(user);
    save(user, id, 1, List.of(Map.of("text", "a", "rating", 1)), List.of(), "first");

    JsonPath second = save(user, id, 2, List.of(), List.of(), null);

    assertThat(second.getInt("interview.version")).isEqualTo(3);
    assertThat(second.getList("interview.debrief.askedQuestions")).isEmpty();
    assertThat(second.<Object>get("interview.debrief.notes")).isNull();
    JsonPath repeated = save(user, id, 2, List.of(), List.of(), null);
    assertThat(errors(repeated)).isEmpty();
    assertThat(repeated.getInt("interview.version")).isEqualTo(3);
    assertThat(errors(save(user, id, 2, List.of(), List.of(), "stale")))
        .containsExactly("CONFLICT [input, expectedVersion]");
  }

  static Stream<Arguments> invalid() {
    List<Object> none = List.of();
    return Stream.of(
        Arguments.of(
            List.of(Map.of("rating", 1)), none, "INVALID [input, askedQuestions, 0, text]"),
        Arguments.of(
            List.of(Map.of("rating", 1, "text", " ")),
            none,
            "INVALID [input, askedQuestions, 0, text]"),
        Arguments.of(
            List.of(Map.of("rating", 1, "text", "x".repeat(2_001))),
            none,
            "TOO_LARGE [input, askedQuestions, 0, text]"),
        Arguments.of(
            List.of(Map.of("rating", 0, "text", "x")),
            none,
            "INVALID [input, askedQuestions, 0, rating]"),
        Arguments.of(
            List.of(Map.of("rating", 6, "text", "x")),
            none,
            "INVALID [input, askedQuestions, 0, rating]"),
        Arguments.of(
            List.of(
                Map.of("rating", 1, "text", "x"),
                Map.of("rating", 1, "text", "x", "notes", "x".repeat(5_001))),
            none,
            "TOO_LARGE [input, askedQuestions, 1, notes]"),
        Arguments.of(
            List.of(Map.of("rating", 1, "questionId", "UQAAAAAAAAAAAAAAAAAAAAA")),
            none,
            "NOT_FOUND [input, askedQuestions, 0, questionId]"),
        Arguments.of(
            Collections.nCopies(101, Map.of("rating", 1, "text", "x")),
            none,
            "TOO_LARGE [input, askedQuestions]"),
        Arguments.of(none, List.of(Map.of("note", "x")), "INVALID [input, gaps, 0]"),
        Arguments.of(
            none, List.of(Map.of("questionId", "x")), "NOT_FOUND [input, gaps, 0, questionId]"),
        Arguments.of(
            none,
            List.of(Map.of("criterionId", "QwAAAAAAAAAAAAAAAAAAAAA")),
            "NOT_FOUND [input, gaps, 0, criterionId]"));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void rejectsInvalidInput(List<?> asked, List<?> gaps, String error) {
    User user = User.unknown();
    String id = track(user);

    assertThat(errors(save(user, id, 1, asked, gaps, null))).containsExactly(error);
    assertThat(Tracking.node(user, id).getInt("version")).isEqualTo(1);
  }

  @Test
  void rejectsTooManyEntriesAndTooLongTexts() {
    User user = User.unknown();
    String id = track(user);

    assertThat(errors(save(user, id, 1, List.of(), List.of(), "x".repeat(20_001))))
        .containsExactly("TOO_LARGE [input, notes]");
    assertThat(
            errors(
                save(
                    user,
                    id,
                    1,
                    List.of(),
                    List.of(Map.of("questionId", question, "criterionId", criterion)),
                    null)))
        .containsExactly("INVALID [input, gaps, 0]");
    assertThat(
            errors(
                save(
                    user,
                    id,
                    1,
                    List.of(),
                    List.of(Map.of("criterionId", criterion, "note", "x".repeat(2_001))),
                    null)))
        .containsExactly("TOO_LARGE [input, gaps, 0, note]");
  }

  @RowSecurityTest
  void isPrivate() {
    String id = track(User.unknown());

    assertThat(errors(save(User.unknown(), id, 1, List.of(), List.of(), null)))
        .containsExactly("NOT_FOUND [input, interviewId]");
    assertThat(GraphQL.rejection(SAVE, input(id, 1, List.of(), List.of(), null)))
        .isEqualTo("UNAUTHENTICATED Log in first");
  }
}
