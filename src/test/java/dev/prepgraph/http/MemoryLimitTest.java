package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts count against the memory limit once they are read, even if the response omits them. */
@QuarkusTest
@TestProfile(ImpatientProfile.class)
class MemoryLimitTest {

  private static ObjectNode longAnswers() {
    ObjectNode export = new ObjectMapper().createObjectNode();
    export.put("format", "prepgraph-account").put("version", 1);
    List<String> slugs =
        GraphQL.query("{ questions(first: 2) { edges { node { slug } } } }")
            .getList("questions.edges.node.slug");
    for (String slug : slugs) {
      ObjectNode answer = export.withArray("savedAnswers").addObject();
      answer.putObject("question").put("slug", slug);
      answer.put("createdAt", "2026-01-01T00:00:00Z");
      ArrayNode revisions = answer.putArray("revisions");
      for (int version = 1; version <= 50; version++) {
        ObjectNode revision = revisions.addObject();
        revision.put("version", version).put("questionRevision", 1).put("status", "DRAFT");
        revision.put("savedAt", "2026-01-01T00:00:00Z").put("body", "x".repeat(19_000));
      }
    }
    return export;
  }

  private static String versions(int revisions) {
    return "{ viewer { savedAnswers { edges { node { revisions(first: "
        + revisions
        + ") { edges { node { version } } } } } } } }";
  }

  @Test
  void countsTextsThatTheResponseOmits() {
    User user = User.unknown();
    assertThat(user.importExport(longAnswers()).getInt("imported")).isEqualTo(2);

    assertThat(user.query(versions(5)).getList("viewer.savedAnswers.edges")).hasSize(2);
    assertThat(user.rejection(versions(50), Map.of()))
        .isEqualTo("TOO_COMPLEX The response is too large; select fewer entries");
  }
}
