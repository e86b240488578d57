package dev.prepgraph.answer;

import static dev.prepgraph.Published.questions;
import static dev.prepgraph.answer.Answers.save;
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
