package dev.prepgraph.answer;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.Published.questions;
import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.answer.Answers.input;
import static dev.prepgraph.answer.Answers.save;
import static dev.prepgraph.answer.Answers.saveError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SaveAnswerTest {

  private static final String RESTORE =
      "mutation ($id: ID!, $version: Int!, $expected: Int!) { restoreAnswerRevision(input: {id: $id, version: $version,"
          + " expectedVersion: $expected}) { savedAnswer { version body status } userErrors { code field } } }";

  private static final String DELETE =
      "mutation ($id: ID!) { deleteSavedAnswer(input: {id: $id}) { deletedId userErrors { code field } } }";

  @Inject DataSource database;

  private final User user = User.unknown();
  private String question;

  @BeforeEach
  void chooseQuestion() {
    question = questions(1).get(0);
  }

  @Test
  void makesADraftOfFreeText() {
    JsonPath saved = save(user, question, 0, "body", "# An answer\n\n<b>as given</b>\t");

    assertThat(saved.getInt("version")).isEqualTo(1);
    assertThat(saved.getString("status")).isEqualTo("DRAFT");
    assertThat(saved.getString("body")).isEqualTo("# An answer\n\n<b>as given</b>\t");
    assertThat(saved.<Object>get("star")).isNull();
    assertThat(saved.getBoolean("stale")).isFalse();
    assertThat(saved.getString("createdAt")).isNotNull();
  }

  @Test
  void keepsThePartsOfStarThatAreGiven() {
    JsonPath saved =
        save(user, question, 0, "star", Map.of("situation", "S", "result", ""), "status", "READY");

    Map<String, String> parts = new HashMap<>();
    parts.put("situation", "S");
    parts.put("task", null);
    parts.put("action", null);
    parts.put("result", "");
    assertThat(saved.getMap("star")).isEqualTo(parts);
    assertThat(saved.<Object>get("body")).isNull();
    assertThat(saved.getString("status")).isEqualTo("READY");
  }

  @Test
  void growsTheVersionAndKeepsTheStatus() {
    save(user, question, 0, "body", "one", "status", "READY");
    JsonPath second = save(user, question, 1, "body", "two");
    assertThat(second.getInt("version")).isEqualTo(2);
    assertThat(second.getString("status")).isEqualTo("READY");

    JsonPath third = save(user, question, 2, "status", "DRAFT");
    assertThat(third.getInt("version")).isEqualTo(3);
    assertThat(third.getString("body")).isEqualTo("two");
    assertThat(save(user, question, 3, "star", Map.of("task", "T")).<Object>get("body")).isNull();
  }

  @Test
  void makesNoRevisionWhenNothingChanges() {
    JsonPath first = save(user, question, 0, "body", "same");
    JsonPath again = save(user, question, 1, "body", "same", "status", "DRAFT");

    assertThat(again.getInt("version")).isEqualTo(1);
    assertThat(again.getString("updatedAt")).isEqualTo(first.getString("updatedAt"));
  }

  @Test
  void rejectsOtherVersions() {
    assertThat(saveError(user, input(question, 1, "body", "x")))
        .isEqualTo("CONFLICT [input, expectedVersion]");
    save(user, question, 0, "body", "one");
    for (int version : new int[] {0, 2, -1}) {
      assertThat(saveError(user, input(question, version, "body", "x")))
          .isEqualTo("CONFLICT [input, expectedVersion]");
    }
    assertThat(save(user, question, 1, "body", "two").getInt("version")).isEqualTo(2);
  }

  @Test
  void repeatsTheSaveThatMadeTheNewestVersion() {
    save(user, question, 0, "body", "one", "status", "READY");
    assertThat(save(user, question, 0, "body", "one", "status", "READY").getInt("version"))
        .isEqualTo(1);
    assertThat(save(user, question, 0, "body", "one").getString("status")).isEqualTo("READY");
    assertThat(saveError(user, input(question, 0, "body", "one", "status", "DRAFT")))
        .isEqualTo("CONFLICT [input, expectedVersion]");
    save(user, question, 1, "star", Map.of("task", "two"));
    assertThat(save(user, question, 1, "star", Map.of("task", "two")).getInt("version"))
        .isEqualTo(2);
    assertThat(saveError(user, input(question, 0, "star", Map.of("task", "two"))))
        .isEqualTo("CONFLICT [input, expectedVersion]");
    assertThat(history()).hasSize(2);
  }

  @Test
  void replacesAllPartsOfStarByThoseThatAreGiven() {
    save(user, question, 0, "star", Map.of("situation", "S", "task", "T"));

    Map<String, String> parts =
        save(user, question, 1, "star", Map.of("action", "A")).getMap("star");

    assertThat(parts).containsEntry("action", "A").containsEntry("situation", null);
    assertThat(parts).containsEntry("task", null).containsEntry("result", null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t",
        "\u00A0",
        "\u200B",
        "\uFEFF",
        "\u2800",
        "\u00AD",
        "\u2060\u3164",
        "\u0301",
        "\uFE0F",
        "\u0001"
      })
  void isNotReadyWithoutVisibleText(String blank) {
    assertThat(saveError(user, input(question, 0, "body", blank, "status", "READY")))
        .isEqualTo("INVALID [input, status]");
    assertThat(
            saveError(
                user,
                input(
                    question,
                    0,
                    "star",
                    Map.of("situation", blank, "result", " "),
                    "status",
                    "READY")))
        .isEqualTo("INVALID [input, status]");
    save(user, question, 0, "body", blank);
    assertThat(saveError(user, input(question, 1, "status", "READY")))
        .isEqualTo("INVALID [input, status]");
    assertThat(save(user, question, 1, "body", blank + "x", "status", "READY").getInt("version"))
        .isEqualTo(2);
  }

  @Test
  void rejectsInvalidInput() {
    assertThat(saveError(user, input(question, 0))).isEqualTo("INVALID [input, body]");
    assertThat(saveError(user, input(question, 0, "status", "READY")))
        .isEqualTo("INVALID [input, body]");
    assertThat(saveError(user, input(question, 0, "body", "x", "star", Map.of("task", "x"))))
        .isEqualTo("INVALID [input, star]");
    assertThat(saveError(user, input(question, 0, "star", Map.of())))
        .isEqualTo("INVALID [input, star]");
    assertThat(saveError(user, input(question, 0, "body", " \n", "status", "READY")))
        .isEqualTo("INVALID [input, status]");
    assertThat(saveError(user, input("nonsense", 0, "body", "x")))
        .isEqualTo("NOT_FOUND [input, questionId]");
    String guide =
        GraphQL.query("{ roleGuides(first: 1) { edges { node { id } } } }")
            .getString("roleGuides.edges[0].node.id");
    assertThat(saveError(user, input(guide, 0, "body", "x")))
        .isEqualTo("NOT_FOUND [input, questionId]");
    assertThat(
            user.query("{ viewer { savedAnswers { totalCount } } }")
                .getInt("viewer.savedAnswers.totalCount"))
        .isZero();
  }

  @Test
  void countsCharactersAsPeopleDo() {
    String most = "😀".repeat(20_000);
    assertThat(save(user, question, 0, "body", most).getString("body")).isEqualTo(most);
    assertThat(saveError(user, input(question, 1, "body", most + "x")))
        .isEqualTo("TOO_LARGE [input, body]");
    for (String part : List.of("situation", "task", "action", "result")) {
      assertThat(saveError(user, input(question, 1, "star", Map.of(part, "x".repeat(20_001)))))
          .isEqualTo("TOO_LARGE [input, star, " + part + "]");
    }
  }

  @Test
  void rejectsTextThatCannotBeStored() {
    for (String text : List.of("a\u0000b", "\uD83D")) {
      assertThat(user.rejection(Answers.SAVE, input(question, 0, "body", text)))
          .startsWith("BAD_REQUEST ");
    }
  }

  @Test
  void requiresALogin() {
    assertThat(GraphQL.rejection(Answers.SAVE, input(question, 0, "body", "x")))
        .isEqualTo("UNAUTHENTICATED Log in first");
    assertThat(GraphQL.rejection(DELETE, Map.of("id", "x")))
        .isEqualTo("UNAUTHENTICATED Log in first");
    assertThat(GraphQL.rejection(RESTORE, Map.of("id", "x", "version", 1, "expected", 1)))
        .isEqualTo("UNAUTHENTICATED Log in first");
  }

  @Test
  void letsOneOfTwentyWinFromTheSameVersion() throws Exception {
    save(user, question, 0, "body", "start");
    assertThat(saveAtOnce(20, 1)).containsOnlyOnce("2").hasSize(20);
    assertThat(history()).hasSize(2).last().isEqualTo("start");

    String other = questions(2).get(1);
    question = other;
    assertThat(saveAtOnce(20, 0)).containsOnlyOnce("1").hasSize(20);
    assertThat(history()).hasSize(1);
  }

  /** The version that each of the clients gets, or the code of its user error. */
  private List<String> saveAtOnce(int clients, int expectedVersion) throws Exception {
    var pool = Executors.newFixedThreadPool(clients);
    try {
      List<Callable<String>> saves =
          IntStream.range(0, clients)
              .<Callable<String>>mapToObj(
                  i ->
                      () -> {
                        JsonPath payload =
                            user.payload(
                                Answers.SAVE,
                                input(question, expectedVersion, "body", "client " + i));
                        return payload.getList("userErrors").isEmpty()
                            ? payload.getString("savedAnswer.version")
                            : payload.getString("userErrors[0].code");
                      })
              .toList();
      List<String> results = new ArrayList<>();
      for (var save : pool.invokeAll(saves)) {
        results.add(save.get());
      }
      assertThat(Collections.frequency(results, "CONFLICT")).isEqualTo(clients - 1);
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private List<String> history() {
    return user.query(
            "query ($id: ID!) { question(id: $id) { myAnswer { revisions { edges { node { body } } } } } }",
            Map.of("id", question))
        .getList("question.myAnswer.revisions.edges.node.body");
  }

  @Test
  void takesThreeStatementsInOneTransaction() {
    save(user, question, 0, "body", "one");
    assertThat(during(() -> save(user, question, 1, "body", "two"))).hasSize(3);
    assertThat(during(() -> saveError(user, input(question, 1, "body", "three")))).hasSize(2);
  }

  @Test
  void isShownOnAGuidesPageForTwoStatements() {
    save(user, Published.guideQuestions().get(0), 0, "body", "one");
    String page =
        "{ roleGuide(slug: \"%s\") { title questions(first: 50) { nodes { id prompt criteria { name } answers { body } myAnswer { body } } } relatedGuides { slug } } }"
            .formatted(Published.GUIDE);
    user.query(page, Map.of()); // fills the catalogue's cache
    List<String> statements = during(() -> user.query(page, Map.of()));
    assertThat(statements).hasSize(2);
    assertThat(user.query(page, Map.of()).getList("roleGuide.questions.nodes.myAnswer.body"))
        .contains("one");
  }

  @Test
  void restoresAnEarlierRevisionAsTheNewest() {
    String id = save(user, question, 0, "body", "one", "status", "READY").getString("id");
    save(user, question, 1, "star", Map.of("task", "two"), "status", "DRAFT");

    JsonPath restored = user.query(RESTORE, Map.of("id", id, "version", 1, "expected", 2));
    assertThat(restored.getMap("restoreAnswerRevision.savedAnswer"))
        .isEqualTo(Map.of("version", 3, "body", "one", "status", "READY"));
    assertThat(history()).containsExactly("one", null, "one");

    assertThat(
            user.query(RESTORE, Map.of("id", id, "version", 1, "expected", 2))
                .getInt("restoreAnswerRevision.savedAnswer.version"))
        .as("repeated")
        .isEqualTo(3);
    for (int version : new int[] {1, 4}) {
      assertThat(error(user.payload(RESTORE, Map.of("id", id, "version", 1, "expected", version))))
          .isEqualTo("CONFLICT [input, expectedVersion]");
    }
    assertThat(error(user.payload(RESTORE, Map.of("id", id, "version", 9, "expected", 3))))
        .isEqualTo("NOT_FOUND [input, version]");
    assertThat(error(user.payload(RESTORE, Map.of("id", "x", "version", 1, "expected", 3))))
        .isEqualTo("NOT_FOUND [input, id]");
  }

  @Test
  void deletesAnAnswerWithItsHistory() {
    String id = save(user, question, 0, "body", "one").getString("id");
    save(user, question, 1, "body", "two");

    assertThat(user.query(DELETE, Map.of("id", id)).getString("deleteSavedAnswer.deletedId"))
        .isEqualTo(id);
    assertThat(error(user.payload(DELETE, Map.of("id", id)))).isEqualTo("NOT_FOUND [input, id]");
    assertThat(
            user.query("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                .<Object>get("node"))
        .isNull();
    assertThat(save(user, question, 0, "body", "new").getInt("version")).isEqualTo(1);
  }

  /** The connection is lost at the commit, for this text alone. */
  @Test
  void isUnavailableWhenTheDatabaseDoesNotConfirm() throws SQLException {
    save(user, question, 0, "body", "before");
    OwnerSql.execute(
        """
        create function public.lose_connection() returns trigger language plpgsql security definer as
        'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
        create constraint trigger lost after insert on answer.answer_revision deferrable initially deferred
        for each row when (new.body = 'lost at the commit') execute function public.lose_connection()
        """);
    try {
      ExtractableResponse<Response> lost =
          user.request()
              .contentType("application/json")
              .body(
                  Map.of(
                      "query",
                      Answers.SAVE,
                      "variables",
                      input(question, 1, "body", "lost at the commit")))
              .post("/graphql")
              .then()
              .extract();
      assertThat(lost.statusCode()).isEqualTo(503);
      // It may have been written: clients must not retry it blindly.
      assertThat(lost.header("Retry-After")).isNull();
      assertThat(lost.jsonPath().getMap("errors[0].extensions"))
          .isEqualTo(Map.of("code", "UNAVAILABLE", "outcome", "UNKNOWN"));
      assertThat(lost.jsonPath().getString("errors[0].message"))
          .isEqualTo("The database did not confirm the change; read again before you repeat it");
    } finally {
      OwnerSql.execute("drop function public.lose_connection() cascade");
    }
    assertThat(history()).containsExactly("before");
    assertThat(save(user, question, 1, "body", "after").getInt("version")).isEqualTo(2);
  }
}
