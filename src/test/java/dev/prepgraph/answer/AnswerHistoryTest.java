package dev.prepgraph.answer;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.Published.questions;
import static dev.prepgraph.answer.Answers.input;
import static dev.prepgraph.answer.Answers.save;
import static dev.prepgraph.answer.Answers.saveError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.User;
import dev.prepgraph.content.TestPack;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits and retention of answers, and questions that change or are unpublished. */
@QuarkusTest
@TestProfile(AnswerHistoryTest.SmallLimits.class)
public class AnswerHistoryTest {

  /** Low limits, in a database of its own. */
  public static final class SmallLimits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "prepgraph.answers.per-user", "2",
          "prepgraph.answers.newest-revisions", "3",
          "prepgraph.answers.daily-revisions", "30",
          "prepgraph.practice.questions-per-user", "2",
          "prepgraph.practice.practices-per-user", "4");
    }
  }

  private static final String RESTORE =
      "mutation ($id: ID!, $version: Int!, $expected: Int!) { restoreAnswerRevision(input: {id: $id, version: $version,"
          + " expectedVersion: $expected}) { savedAnswer { stale body } userErrors { code } } }";

  @Inject DataSource database;
  @TempDir Path folder;

  private final User user = User.unknown();

  private void publish(String... prompts) {
    int revision = TestPack.publish(folder, prompts);
    await()
        .until(
            () ->
                GraphQL.query("{ catalogue { revision } }").getInt("catalogue.revision")
                    >= revision);
  }

  private static String idOf(String slug) {
    return GraphQL.query("query ($s: String) { question(slug: $s) { id } }", Map.of("s", slug))
        .getString("question.id");
  }

  private JsonPath answer(String id) {
    return user.query(
            "query ($id: ID!) { node(id: $id) { ... on SavedAnswer { stale body version question { prompt guides { slug } }"
                + " revisions { edges { node { version } } } } } }",
            Map.of("id", id))
        .setRootPath("data.node");
  }

  @Test
  void areLimitedInNumber() {
    List<String> questions = questions(3);
    save(user, questions.get(0), 0, "body", "one");
    String second = save(user, questions.get(1), 0, "body", "two").getString("id");
    assertThat(saveError(user, input(questions.get(2), 0, "body", "three")))
        .isEqualTo("LIMIT_REACHED null");
    assertThat(save(user, questions.get(0), 1, "body", "changed").getInt("version")).isEqualTo(2);

    user.query(
        "mutation ($id: ID!) { deleteSavedAnswer(input: {id: $id}) { deletedId } }",
        Map.of("id", second));
    assertThat(save(user, questions.get(2), 0, "body", "three").getInt("version")).isEqualTo(1);
  }

  @Test
  void areNotImportedBeyondTheLimit() {
    List<String> questions = questions(3);
    save(user, questions.get(0), 0, "body", "one");
    save(user, questions.get(1), 0, "body", "two");
    String export = user.request().get("/account/export").asString();
    User other = User.unknown();
    save(other, questions.get(2), 0, "body", "three");
    assertThat(GraphQL.errors(other.importMyData(export, null)))
        .containsExactly("LIMIT_REACHED null");
    assertThat(
            other
                .query("{ viewer { savedAnswers { totalCount } } }")
                .getInt("viewer.savedAnswers.totalCount"))
        .isEqualTo(1);
  }

  @Test
  void keepTheirNewestRevisionsAndTheLastOfEachDay() throws SQLException {
    String question = questions(1).get(0);
    String id = save(user, question, 0, "body", "0").getString("id");
    for (int i = 1; i < 6; i++) {
      save(user, question, i, "body", "" + i);
    }
    assertThat(answer(id).getList("revisions.edges.node.version")).isEqualTo(List.of(6, 5, 4));

    // As if the three had been saved on three days, the first of them long ago.
    OwnerSql.execute(
        "update answer.answer_revision set saved_at = now() - interval '40 days' where version = 4;"
            + " update answer.answer_revision set saved_at = now() - interval '20 days' where version = 5");
    for (int i = 6; i < 9; i++) {
      save(user, question, i, "body", "" + i);
    }
    assertThat(answer(id).getList("revisions.edges.node.version")).isEqualTo(List.of(9, 8, 7, 5));
  }

  @Test
  void becomeStaleWhenTheirQuestionChanges() {
    publish("Before?", "Same?");
    String changing = save(user, idOf("t-0"), 0, "body", "one").getString("id");
    String same = save(user, idOf("t-1"), 0, "body", "one").getString("id");

    publish("After?", "Same?");

    assertThat(answer(changing).getBoolean("stale")).isTrue();
    assertThat(answer(changing).getString("question.prompt")).isEqualTo("After?");
    assertThat(answer(same).getBoolean("stale")).isFalse();
    JsonPath stale =
        user.query("{ viewer { savedAnswers(filter: {stale: true}) { edges { node { id } } } } }");
    assertThat(stale.getList("viewer.savedAnswers.edges.node.id")).isEqualTo(List.of(changing));

    // Saving it again as it is says that it answers the new question too.
    JsonPath again = save(user, idOf("t-0"), 1, "body", "one");
    assertThat(again.getInt("version")).isEqualTo(2);
    assertThat(again.getBoolean("stale")).isFalse();
    JsonPath restored = user.query(RESTORE, Map.of("id", changing, "version", 1, "expected", 2));
    assertThat(restored.getMap("restoreAnswerRevision.savedAnswer"))
        .isEqualTo(Map.of("stale", true, "body", "one"));
  }

  @Test
  void outliveTheirQuestion() {
    publish("Stays?", "Goes?");
    String gone = idOf("t-1");
    String id = save(user, gone, 0, "body", "one").getString("id");

    publish("Stays?");

    assertThat(idOf("t-1")).isNull();
    assertThat(answer(id).getString("question.prompt")).isEqualTo("Goes?");
    assertThat(answer(id).getList("question.guides")).isEmpty();
    assertThat(answer(id).getBoolean("stale")).isFalse();
    assertThat(save(user, gone, 1, "body", "two").getInt("version")).isEqualTo(2);
    assertThat(saveError(User.unknown(), input(gone, 0, "body", "x")))
        .isEqualTo("NOT_FOUND [input, questionId]");

    String export = user.request().get("/account/export").asString();
    assertThat(export).contains("\"t-1\"");
    user.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");
    assertThat(user.importMyData(export, null).getInt("imported")).isEqualTo(1);
  }
}
