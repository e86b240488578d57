package dev.prepgraph.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.common.Cost;
import graphql.introspection.IntrospectionQuery;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OperationAnalysisTest {

  private static final String CONNECTION = " { edges { node { slug } } }";

  @Inject GraphQLSchema schema;

  private OperationAnalysis.Size size(String text, Map<String, Object> variables) {
    var document = Parser.parse(text);
    return OperationAnalysis.of(
        schema,
        document,
        document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow(),
        variables,
        500);
  }

  private long cost(String text) {
    return size(text, Map.of()).cost();
  }

  /** The connection is 1, and each of its entries 3: an edge, its node and the node's slug. */
  private static int page(int entries) {
    return 1 + 3 * entries;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | '' | {} | 20",
        "'' | (first: 7) | {} | 7",
        "'' | (last: 8) | {} | 8",
        "'' | (first: 7, last: 9) | {} | 9",
        "'' | (first: null) | {} | 20",
        "'' | (first: 1000) | {} | 100",
        "'' | (first: -1) | {} | 1",
        "($n: Int) | (first: $n) | {} | 20",
        "($n: Int) | (first: $n) | {'n': null} | 20",
        "($n: Int) | (first: $n) | {'n': 50.0} | 50",
        "($n: Int = 1) | (first: $n) | {} | 1",
        "($n: Int = 1) | (first: $n) | {'n': null} | 20",
        "($n: Int = 1) | (last: $n) | {'n': null} | 20",
        "($n: Int = 1) | (first: $n) | {'n': 100} | 100",
        "($n: Int = 1) | (first: 3, last: $n) | {'n': null} | 3",
        "($n: Int = null) | (first: $n) | {} | 20",
      })
  void countsPagesAsExecuted(String definition, String arguments, String variables, int entries) {
    Map<String, Object> values = new JsonObject(variables.replace('\'', '"')).getMap();
    assertThat(size("query" + definition + " { roleGuides" + arguments + CONNECTION + " }", values))
        .isEqualTo(new OperationAnalysis.Size(page(entries), 4, 1));
  }

  /** An answer, the largest of entities, is 320; each entity is selected once. */
  @Test
  void countsRepresentations() {
    String document =
        "query ($r: [_Any!]!) { _entities(representations: $r) { ... on RoleGuide { slug } } }";
    for (int entities : new int[] {0, 1, 3}) {
      var representations = Collections.nCopies(entities, Map.of("__typename", "RoleGuide"));
      assertThat(size(document, Map.of("r", representations)))
          .isEqualTo(new OperationAnalysis.Size(1 + 321 * entities, 2, 1));
    }
  }

  @Test
  void countsEachLevelAndEachUseOfAFragment() {
    assertThat(
            cost(
                "query($n: Int = 1) { roleGuides(first: 2) { edges { node { questions(first: $n)"
                    + CONNECTION
                    + " } } } }"))
        .isEqualTo(1 + 2 * (1 + 1 + Cost.GUIDE_QUESTIONS + page(1)));
    assertThat(
            cost(
                "{ a: roleGuides(first: 5) { ...f } b: roleGuides(first: 7) { ...f } } fragment f on RoleGuideConnection { ... on RoleGuideConnection"
                    + CONNECTION
                    + " }"))
        .isEqualTo(page(5) + page(7));
    assertThat(
            cost(
                "{ catalogue { revision @skip(if: true) } roleGuides @include(if: false)"
                    + CONNECTION
                    + " }"))
        .isEqualTo(1);
  }

  @Test
  void countsListsByTheMaximaOfTheSchema() {
    assertThat(cost("{ roleGuide(slug: \"x\") { relatedGuides { faqs { answer } } } }"))
        .isEqualTo(1 + 1 + 20 * (1 + 50 * 17));
    assertThat(cost("{ question(slug: \"x\") { tags } }")).isEqualTo(1 + 1 + 20);
    assertThat(
            size(
                    "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
                    Map.of("ids", List.of("a", "b", "c")))
                .cost())
        // As much as the costliest type that it can be, a plan.
        .isEqualTo(1 + 3 * (1 + 2880));
    assertThat(cost("{ viewer { interviews(first: 3) { edges { node { debrief { notes } } } } } }"))
        .isEqualTo(1 + 1 + 3 * (1 + 1 + 80 + 1 + 3680 + 1));
  }

  @Test
  void countsTheDaysOfAPlanByTheirItems() {
    String plan =
        "{ viewer { prepPlans(first: 1) { edges { node { days%s { date items { id } } } } } } }";
    int above = 1 + 1 + 1 + 1 + 2880 + 1;
    assertThat(cost(plan.formatted(""))).isEqualTo(above + 5000 * 3);
    assertThat(cost(plan.formatted("(from: \"2027-01-01\")"))).isEqualTo(above + 5000 * 3);
    assertThat(cost(plan.formatted("(from: \"2027-01-01\", to: \"2027-01-01\")")))
        .isEqualTo(above + 1440 * 3);
    assertThat(cost(plan.formatted("(from: \"2027-01-02\", to: \"2027-01-01\")"))).isEqualTo(above);
  }

  @Test
  void countsLongAliases() {
    assertThat(cost("{ roleGuides(first: 10) { edges { " + "x".repeat(512) + ": cursor } } }"))
        .isEqualTo(1 + 10 * (1 + 3));
  }

  @Test
  void countsIntrospection() {
    assertThat(size(IntrospectionQuery.INTROSPECTION_QUERY, Map.of()).cost())
        .isBetween(5_000L, 100_000L);
    assertThat(size(IntrospectionQuery.INTROSPECTION_QUERY, Map.of()).depth())
        .isLessThanOrEqualTo(12);
  }

  /** A variable with a default may be null where an argument may not; validation accepts it. */
  @Test
  void coercesEveryArgument() {
    String document =
        "mutation($id: ID = \"x\") { a: rotateCalendarFeed { path } b: deleteSavedAnswer(input: {id: $id}) { deletedId } }";
    assertThat(size(document, Map.of()).depth()).isEqualTo(2);
    assertThatThrownBy(() -> size(document, new JsonObject("{\"id\": null}").getMap()))
        .isInstanceOf(InvalidDocumentException.class);
  }

  @Test
  void everyListWithoutPagesHasAMaximum() {
    List<String> unknown = new ArrayList<>();
    for (var type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLObjectType object && !type.getName().startsWith("__")) {
        for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
          boolean list = GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList;
          boolean sized =
              ListSizes.applied(field, "listSize") != null
                  || field.getArgument("first") != null
                  || field.getArgument("ids") != null
                  || field.getArgument("representations") != null
                  || object.getFieldDefinition("pageInfo") != null;
          if (list && !sized) {
            unknown.add(type.getName() + "." + field.getName());
          }
        }
      }
    }
    assertThat(unknown).isEmpty();
  }
}
