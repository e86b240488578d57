package dev.prepgraph.answer;

import static dev.prepgraph.Published.questions;
import static dev.prepgraph.answer.Answers.input;
import static dev.prepgraph.answer.Answers.save;
import static dev.prepgraph.answer.Answers.saveError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.OwnerSql;
import dev.prepgraph.User;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An answer that is deleted between two statements of a request. */
@QuarkusTest
class DeletedMeanwhileTest {

  private static final char DELETING = 'D';

  /** Deletes the answer when its node is loaded. */
  @ApplicationScoped
  static class DeletingNodes {

    @Produces
    @Singleton
    NodeLoader loader() {
      return new NodeLoader(DELETING, this::delete);
    }

    private Map<UUID, Node> delete(Collection<UUID> keys) {
      OwnerSql.execute("delete from answer.saved_answer where id = ?", keys.iterator().next());
      return Map.of();
    }
  }

  @Test
  void isNotReplacedAfterANewFirstSave() {
    User user = User.unknown();
    String question = questions(1).get(0);
    String deleted = save(user, question, 0, "body", "one").getString("id");
    user.mutate(
        "mutation ($id: ID!) { deleteSavedAnswer(input: {id: $id}) { userErrors { code } } }",
        Map.of("id", deleted));
    String conflict = "CONFLICT [input, answerId]";
    for (Object[] edit :
        new Object[][] {{"body", "edited"}, {"status", "READY"}, {"body", "one"}}) {
      assertThat(saveError(user, edited(question, 1, deleted, edit))).isEqualTo(conflict);
      assertThat(saveError(user, edited(question, 0, deleted, edit))).isEqualTo(conflict);
    }
    String id = save(user, question, 0, "body", "another").getString("id");

    for (String other : List.of(deleted, "x", question)) {
      assertThat(saveError(user, edited(question, 1, other, "body", "edited"))).isEqualTo(conflict);
    }
    assertThat(save(user, question, 1, "answerId", id, "body", "two").getInt("version"))
        .isEqualTo(2);
  }

  private static Map<String, Object> edited(
      String question, int expectedVersion, String answer, Object... more) {
    Map<String, Object> variables = input(question, expectedVersion, more);
    @SuppressWarnings("unchecked") // that is what an input is
    Map<String, Object> input = (Map<String, Object>) variables.get("input");
    input.put("answerId", answer);
    return variables;
  }

  @Test
  void hasNoHistoryAnyMore() {
    User user = User.unknown();
    String question = questions(1).get(0);
    String id = save(user, question, 0, "body", "one").getString("id");
    save(user, question, 1, "body", "two");
    String cursor =
        user.query(
                "query ($id: ID!) { node(id: $id) { ... on SavedAnswer { revisions(first: 1) { pageInfo { endCursor } } } } }",
                Map.of("id", id))
            .getString("node.revisions.pageInfo.endCursor");
    Map<String, Object> variables = new HashMap<>();
    variables.put("id", id);
    variables.put("gone", NodeId.of(DELETING, NodeId.parse(id).orElseThrow().key()));
    variables.put("after", cursor);

    JsonPath read =
        user.query(
            """
            query ($id: ID!, $gone: ID!, $after: String) { nodes(ids: [$id, $gone]) { ... on SavedAnswer {
              body revisions(after: $after) { totalCount edges { node { body } } pageInfo { hasNextPage hasPreviousPage } } } } }
            """,
            variables);

    assertThat(read.getString("nodes[0].body")).isEqualTo("two");
    assertThat(read.getInt("nodes[0].revisions.totalCount")).isZero();
    assertThat(read.getList("nodes[0].revisions.edges")).isEmpty();
    assertThat(read.getBoolean("nodes[0].revisions.pageInfo.hasNextPage")).isFalse();
  }
}
