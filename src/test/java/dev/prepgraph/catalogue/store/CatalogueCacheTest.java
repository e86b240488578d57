package dev.prepgraph.catalogue.store;

import static dev.prepgraph.GraphQL.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bound of the catalogue cache includes what callers put into its keys. */
@QuarkusTest
class CatalogueCacheTest {

  @Inject PublishedCatalogue catalogue;

  @Test
  void weighsUnknownSlugs() {
    assertWeighs(
        100_000,
        "query ($slug: String!) { roleGuide(slug: $slug) { title } }",
        Map.of("slug", UUID.randomUUID() + "x".repeat(50_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query ($texts: [String!]) { questions(filter: { tags: $texts }) { nodes { prompt } } }",
        "query ($texts: [String!]) { questions(filter: { tags: $texts }) { totalCount } }",
        "query ($texts: [String!]) { questions(filter: { tags: $texts }) { facets { tags { count } } } }",
        "query ($texts: [String!]) { roleGuides(filter: { slugs: $texts }) { nodes { title } } }",
        "query ($texts: [String!]) { search(text: \"data\", families: $texts) { totalCount } }",
        "query ($texts: [String!]) { search(text: \"data\", families: $texts) { facets { kinds { count } } } }",
      })
  void weighsFilters(String query) {
    List<String> texts =
        IntStream.range(0, 100).mapToObj(i -> UUID.randomUUID() + "x".repeat(60)).toList();
    assertWeighs(2 * 100 * 96, query, Map.of("texts", texts));
  }

  private void assertWeighs(long bytes, String query, Map<String, Object> variables) {
    long before = weight();
    query(query, variables);
    assertThat(weight() - before).isGreaterThan(bytes);
  }

  private long weight() {
    return catalogue
        .snapshot()
        .cache()
        .synchronous()
        .policy()
        .eviction()
        .orElseThrow()
        .weightedSize()
        .orElseThrow();
  }
}
