package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.StatementCounter.during;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statements that the parts of a page cost without a cache. */
@QuarkusTest
@TestProfile(GuidePageColdTest.Uncached.class)
class GuidePageColdTest {

  /** Disables the caches, so that every request reads all it needs. */
  public static final class Uncached extends OwnContent {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
      overrides.put("prepgraph.catalogue.cache-size", "0");
      overrides.put("prepgraph.graphql.response-cache", "0");
      return overrides;
    }
  }

  @BeforeEach
  void publish() {
    OwnContent.publish("page");
  }

  /** Two statements load the page of guides. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          family { name } sections { title } skills { name } roleCriteria { whyItMatters } faqs { id } | 0
          process { steps { questions { slug } } } | 1
          estimatedMinutes { reading learning } | 1
          related { guide { slug } } | 2
          relatedGuides { slug } | 2
          family { guides { edges { node { slug } } } } | 2
          """)
  void areFixedForAnyNumberOfGuides(String fields, int statements) {
    for (int guides : new int[] {2, 7}) {
      String list =
          "{ roleGuides(first: " + guides + ") { edges { node { slug " + fields + " } } } }";
      assertThat(during(() -> query(list))).as(list).hasSize(2 + statements);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          families { name description } | 0
          families { guides { edges { node { slug } } } } | 2
          criterion(slug: "care") { name } questionType(slug: "technical") { name } family(slug: "craft") { name } | 0
          """)
  void areFixedForTheTaxonomy(String fields, int statements) {
    assertThat(during(() -> query("{ " + fields + " }"))).hasSize(statements);
  }
}
