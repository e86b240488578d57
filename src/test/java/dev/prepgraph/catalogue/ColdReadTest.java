package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.StatementCounter.during;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
   * One statement loads a guide by its slug, two guides with all their parts, one questions, one
   * the guides that contain them, one which of them match a text, one the index that relates
   * guides, one the keys of slugs, one a page and one its count, one all facets, one the families
   * and seniorities of the guides of questions.
   */
  @ParameterizedTest
  @CsvSource({
    "guide, 2",
    "guides of one, 3",
    "guides of eight, 3",
    "related of one, 7",
    "related of eight, 7",
    "text in one guide, 4",
    "text in eight guides, 4",
    "question, 2",
    "reference to one, 2",
    "references to many, 4",
    "questions of one, 4",
    "questions of 100, 4",
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

  @Inject GraphQLSchema schema;
  @Inject MeterRegistry metrics;

  /** All that is shown of a guide without its document. */
  private String head(String type) {
    return schema.getObjectType(type).getFieldDefinitions().stream()
        .filter(field -> GuideService.WITHOUT_DOCUMENT.contains(field.getName()))
        .map(
            field ->
                GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType object
                    ? field.getName() + " { " + head(object.getName()) + " }"
                    : field.getName())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ roleGuides(first: 100) { totalCount nodes { %s } } }",
        "{ roleGuides(first: 100, locale: \"$\") { edges { cursor node { ...head } } } } fragment head on RoleGuide { %s }",
        "{ roleGuides(first: 3) { nodes { relatedGuides { %s } overview } } }",
        "{ roleGuides(first: 3, locale: \"$\") { nodes { overview related { kind guide { %s } } } } }",
        "{ families(locale: \"$\") { guides(first: 5) { nodes { %s } } } }"
      })
  void showsTheSameOfGuidesWithoutTheirDocuments(String query) {
    String guide = head("RoleGuide");
    assertThat(guide).contains("slug", "title", "resolvedLocale", "family { ", "name");
    List<String> locales = query("{ catalogue { locales } }").getList("catalogue.locales");
    assertThat(locales).contains("en", "de");
    for (String locale : locales) {
      String localized = query.replace("$", locale);
      String without = localized.formatted(guide);
      List<String> statements = during(() -> query(without));
      assertThat(statements.get(statements.size() - 1)).doesNotContain("document");
      String with = localized.formatted(guide + " needed: faqs { answer }");
      assertThat(query(without).<Object>get("$"))
          .as(locale)
          .isEqualTo(withoutNeeded(query(with).<Object>get("$")));
    }
  }

  @Test
  void countsEachGuideThatIsNotCachedOnce() {
    double before = misses();
    int guides =
        query("{ roleGuides(first: 100) { nodes { slug } } }").getList("roleGuides.nodes").size();
    assertThat(misses() - before).as("and of the index").isEqualTo(guides + 1);
  }

  private double misses() {
    return metrics.get("cache.gets").tags("cache", "catalogue", "result", "miss").counter().count();
  }

  private static Object withoutNeeded(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(ColdReadTest::withoutNeeded).toList();
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<Object, Object> rest = new LinkedHashMap<>();
    map.forEach((name, member) -> rest.put(name, withoutNeeded(member)));
    rest.remove("needed");
    return rest;
  }

  @Test
  void readsWhatAnyAliasOfAFieldNeeds() {
    JsonPath read =
        query(
            "{ roleGuide(slug: \"qa-engineer-intern\") { a: relatedGuides { slug } b: relatedGuides { slug faqs { answer } } } }");
    assertThat(read.getList("roleGuide.b.slug")).isEqualTo(read.getList("roleGuide.a.slug"));
    assertThat(read.getList("roleGuide.b.faqs").get(0)).asInstanceOf(LIST).isNotEmpty();
  }
}
