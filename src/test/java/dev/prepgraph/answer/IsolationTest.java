package dev.prepgraph.answer;

import static dev.prepgraph.Published.questions;
import static dev.prepgraph.answer.Answers.FIELDS;
import static dev.prepgraph.answer.Answers.input;
import static dev.prepgraph.answer.Answers.save;
import static dev.prepgraph.answer.Answers.saveError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** Saved answers are visible to their own user only, through every field of the schema. */
@QuarkusTest
class IsolationTest {

  private static final Pattern ID = Pattern.compile("\"id\" ?: ?\"[^\"]*\"");

  private final User alice = User.unknown();
  private final User bob = User.unknown();
  private String question;
  private String answer;
  private String missing;

  @BeforeEach
  void saveAnAnswer() {
    List<String> some = questions(2);
    question = some.get(0);
    answer = save(alice, question, 0, "body", "a secret", "status", "READY").getString("id");
    save(alice, question, 1, "body", "another secret");
    missing = save(bob, some.get(1), 0, "body", "own").getString("id");
    bob.query(
        "mutation ($id: ID!) { deleteSavedAnswer(input: {id: $id}) { deletedId } }",
        Map.of("id", missing));
  }

  /** Both answers are the same but for ids, which the caller sent. */
  private void readsAsMissing(String document) {
    String foreign = text(bob.send(document, Map.of("id", answer)));
    assertThat(foreign).isEqualTo(text(bob.send(document, Map.of("id", missing))));
    assertThat(foreign).doesNotContain("secret");
  }

  private static String text(JsonPath answer) {
    return ID.matcher(answer.prettify()).replaceAll("");
  }

  @RowSecurityTest
  void hidesAnswersFromNode() {
    readsAsMissing(
        "query ($id: ID!) { node(id: $id) { __typename id ... on SavedAnswer { "
            + FIELDS
            + " } } }");
    readsAsMissing(
        "query ($id: ID!) { a: node(id: $id) { id } b: nodes(ids: [$id, $id]) { ... on SavedAnswer {"
            + " body question { slug } revisions { edges { node { body star { task } } } } } } }");
    assertThat(
            alice
                .query(
                    "query ($id: ID!) { node(id: $id) { ... on SavedAnswer { body } } }",
                    Map.of("id", answer))
                .getString("node.body"))
        .isEqualTo("another secret");
  }

  @RowSecurityTest
  void hidesAnswersFromOtherSubgraphs() {
    String reference =
        "query ($id: ID!) { _entities(representations: [{__typename: \"SavedAnswer\", id: $id}]) { ... on SavedAnswer { "
            + FIELDS
            + " } } }";
    readsAsMissing(reference);
    assertThat(bob.query(reference, Map.of("id", answer)).getList("_entities")).containsOnlyNulls();
    assertThat(alice.query(reference, Map.of("id", answer)).getString("_entities[0].body"))
        .isEqualTo("another secret");
  }

  @RowSecurityTest
  void hidesAnswersFromTheirQuestion() {
    String nested =
        "query ($q: ID!) { question(id: $q) { mine: myAnswer { id body } myAnswer { id guides: question { guides { questions(first: 50) { edges { node { myAnswer { body } } } } } } } } }";
    assertThat(bob.query(nested, Map.of("q", question)).<Object>get("question.mine")).isNull();
    assertThat(bob.query(nested, Map.of("q", question)).<Object>get("question.myAnswer")).isNull();
    assertThat(alice.query(nested, Map.of("q", question)).getString("question.mine.body"))
        .isEqualTo("another secret");
    JsonPath all = bob.query("{ questions(first: 100) { edges { node { myAnswer { body } } } } }");
    assertThat(all.getList("questions.edges.node.myAnswer")).containsOnlyNulls();
  }

  @RowSecurityTest
  void hidesAnswersFromLists() {
    String list =
        "query ($f: SavedAnswerFilterInput) { viewer { savedAnswers(filter: $f) { totalCount edges { node { body } } } } }";
    for (Map<String, ?> filter :
        List.<Map<String, ?>>of(Map.of(), Map.of("status", "READY"), Map.of("stale", false))) {
      JsonPath answers = bob.query(list, Map.of("f", filter));
      assertThat(answers.getInt("viewer.savedAnswers.totalCount")).isZero();
      assertThat(answers.getList("viewer.savedAnswers.edges")).isEmpty();
    }
    assertThat(alice.query(list).getInt("viewer.savedAnswers.totalCount")).isEqualTo(1);
  }

  @RowSecurityTest
  void hidesAnswersFromMutations() {
    readsAsMissing(
        "mutation ($id: ID!) { deleteSavedAnswer(input: {id: $id}) { deletedId userErrors { code message field } } }");
    readsAsMissing(
        "mutation ($id: ID!) { restoreAnswerRevision(input: {id: $id, version: 1, expectedVersion: 2}) {"
            + " savedAnswer { body } userErrors { code message field } } }");
    assertThat(saveError(bob, input(question, 2, "body", "mine")))
        .isEqualTo("CONFLICT [input, expectedVersion]");
    assertThat(save(bob, question, 0, "body", "mine").getInt("version")).isEqualTo(1);
    assertThat(save(bob, question, 1, "status", "READY").getString("body")).isEqualTo("mine");
    assertThat(save(alice, question, 2, "status", "READY").getString("body"))
        .isEqualTo("another secret");
  }

  @RowSecurityTest
  void hidesAnswersFromExports() {
    assertThat(bob.request().get("/account/export").then().extract().asString())
        .contains("prepgraph-account")
        .doesNotContain("secret");
    assertThat(alice.request().get("/account/export").then().extract().asString())
        .contains("another secret");
  }

  @RowSecurityTest
  void keepsOtherUsersAnswersOnErasure() {
    save(bob, question, 0, "body", "mine");
    bob.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");
    assertThat(save(alice, question, 2, "status", "DRAFT").getInt("version")).isEqualTo(3);
  }
}
