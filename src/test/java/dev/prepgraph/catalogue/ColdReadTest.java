package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.StatementCounter.during;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(ColdReadTest.Uncached.class)
class ColdReadTest {

  /** Disables the caches, so that every request reads all it needs. */
  public static final class Uncached implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("prepgraph.catalogue.cache-size", "0", "prepgraph.graphql.response-cache", "0");
    }
  }

  /**
   * Two statements load guides with all their parts, one questions, one which of them match a text,
   * one the index that relates guides, one the keys of slugs, one a page and one its count, one all
   * facets; the index also tells the families and seniorities of a question's guides.
   */
  @ParameterizedTest
  @CsvSource({
    "guide, 3",
    "guides of one, 3",
    "guides of eight, 3",
    "related of one, 6",
    "related of eight, 6",
    "text in one guide, 4",
    "text in eight guides, 4",
    "question, 2",
    "reference to one, 2",
    "references to many, 4",
    "questions of one, 3",
    "questions of 100, 3",
    "search for one, 1",
    "search for 50, 3",
    "nodes and edges, 2",
    "facets of questions, 3",
    "facets of guides, 2",
    "facets in eight guides, 4",
    "changed in eight guides, 3",
    "facets of a search, 2",
    "guides by title, 2",
    "nothing, 0"
  })
  void takesAFixedNumberOfStatementsForAnyNumberOfObjects(String name, int statements) {
    query("{ catalogue { revision } }");
    assertThat(during(() -> query(ReadQueries.ALL.get(name)))).hasSize(statements);
  }
}
