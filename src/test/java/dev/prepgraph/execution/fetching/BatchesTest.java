package dev.prepgraph.execution.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.Published;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import dev.prepgraph.answer.Answers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields that load in batches below root fields which the service completes itself. */
@QuarkusTest
class BatchesTest {

  private final User user = User.unknown();
  private List<String> questions;

  @BeforeEach
  void saveAnswers() {
    questions = Published.guideQuestions().subList(0, 2);
    Answers.save(user, questions.get(0), 0, "body", "one");
    Answers.save(user, questions.get(0), 1, "body", "two");
    Answers.save(user, questions.get(1), 0, "body", "other");
  }

  @AfterEach
  void restoreStatements() {
    StatementCounter.rewrite(UnaryOperator.identity());
  }

  private JsonPath send(String query) {
    return user.send(query, Map.of("a", questions.get(0), "b", questions.get(1)));
  }

  @Test
  void haveTheKeysOfAllRootFields() {
    String query =
        "query($a: ID!, $b: ID!) { a: question(id: $a) { myAnswer { body } } b: question(id: $b) { prompt myAnswer { body } } }";
    send(query);
    List<String> statements =
        StatementCounter.during(
            () -> {
              JsonPath both = send(query);
              assertThat(both.getString("data.a.myAnswer.body")).isEqualTo("two");
              assertThat(both.getString("data.b.myAnswer.body")).isEqualTo("other");
            });
    assertThat(statements).hasSize(2);
  }

  @Test
  void areLoadedWithTheirOwnArguments() {
    JsonPath both =
        user.query(
            """
            query($a: ID!, $first: Int!) {
              a: question(id: $a) { myAnswer { one: revisions(first: $first) { nodes { body } } ...All } }
              b: question(id: $a) { myAnswer { ...All } }
            }
            fragment All on SavedAnswer { revisions(first: 5) { nodes { body } } }
            """,
            Map.of("a", questions.get(0), "first", 1));
    assertThat(both.getList("a.myAnswer.one.nodes.body")).containsExactly("two");
    assertThat(both.getList("a.myAnswer.revisions.nodes.body")).containsExactly("two", "one");
    assertThat(both.getList("b.myAnswer.revisions.nodes.body")).containsExactly("two", "one");
  }

  @Test
  void leaveOtherFieldsWhereTheyFail() {
    StatementCounter.rewrite(sql -> sql.contains("saved_answer") ? "select 1 / 0" : sql);
    JsonPath both =
        send(
            "query($a: ID!, $b: ID!) { a: question(id: $a) { slug myAnswer { body } } b: question(id: $b) { slug guides { slug } } viewer { id } }");
    assertThat(both.getString("data.a.slug")).isNotNull();
    assertThat(both.<Object>get("data.a.myAnswer")).isNull();
    assertThat(both.getList("data.b.guides.slug")).contains(Published.GUIDE);
    assertThat(both.getString("data.viewer.id")).isNotNull();
    assertThat(both.getList("errors.path")).containsExactly(List.of("a", "myAnswer"));
    assertThat(both.getList("errors.message")).containsExactly("Internal error");
  }

  @Test
  void failDeeplyWithoutTheRest() {
    StatementCounter.rewrite(
        sql -> sql.contains("left join lateral (select are1_0") ? "select 1 / 0" : sql);
    JsonPath both =
        send(
            "query($a: ID!, $b: ID!) { a: question(id: $a) { myAnswer { body revisions { totalCount } } } b: question(id: $b) { myAnswer { body question { slug } } } }");
    assertThat(both.<Map<String, Object>>get("data.a.myAnswer"))
        .containsEntry("body", "two")
        .containsEntry("revisions", null);
    assertThat(both.getString("data.b.myAnswer.body")).isEqualTo("other");
    assertThat(both.getString("data.b.myAnswer.question.slug")).isNotNull();
    assertThat(both.getList("errors.path")).containsExactly(List.of("a", "myAnswer", "revisions"));
  }
}
