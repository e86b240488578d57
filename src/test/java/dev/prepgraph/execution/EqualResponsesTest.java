package dev.prepgraph.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.TestNodes;
import dev.prepgraph.User;
import dev.prepgraph.account.transfer.FullAccount;
import dev.prepgraph.execution.fetching.Fetchers;
import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The service's fetchers and its direct completion answer as SmallRye and graphql-java do. */
@QuarkusTest
class EqualResponsesTest {

  /** Root fields with a selection to fill in, and the type of what is selected. */
  private static final Map<String, String> ROOTS =
      Map.ofEntries(
          Map.entry("roleGuide(slug: \"%s\")", "RoleGuide"),
          Map.entry("roleGuide(slug: \"%s\", locale: \"de\")", "RoleGuide"),
          Map.entry("roleGuides(first: 3)", "RoleGuideConnection"),
          Map.entry("questions(first: 3)", "QuestionConnection"),
          Map.entry("search(text: \"data system\", first: 20)", "SearchHitConnection"),
          Map.entry("families", "RoleFamily"),
          Map.entry("questionTypes", "QuestionType"),
          Map.entry("catalogue", "Catalogue"),
          Map.entry("catalogueChanges(since: 0, first: 20)", "CatalogueChangeConnection"),
          Map.entry("viewer", "Viewer"));

  @Inject GraphQLSchema schema;
  @Inject Schema model;

  @TestFactory
  Stream<DynamicTest> everyFieldOfEveryType() {
    User user = User.unknown();
    FullAccount.fill(user);
    return ROOTS.entrySet().stream()
        .flatMap(
            root -> {
              String field = root.getKey().formatted(Published.GUIDE);
              GraphQLObjectType type = schema.getObjectType(root.getValue());
              return new WholeSelection(schema)
                  .of(type).stream().map(selection -> "{ %s { %s } }".formatted(field, selection));
            })
        .map(query -> dynamicTest(query, () -> assertEqual(() -> user.send(query, Map.of()))));
  }

  @TestFactory
  Stream<DynamicTest> partnersAndTheirOverlays() {
    OverlayClient partner = new OverlayClient(TestPartner.create("READ", "OVERLAY", "EVENTS"));
    partner.published(
        Map.of("guideId", Published.guide()),
        Map.of(
            "locale",
            "en",
            "brandingNotes",
            "*Ours*",
            "questions",
            List.of(OverlayClient.question("a", "Why?")),
            "links",
            List.of(OverlayClient.link("FOOTER", "Jobs", "https://e.example/{slug}"))));
    User service = partner.service();
    String overlay = "{ roleGuide(slug: \"%s\") { overlay { %%s } } }".formatted(Published.GUIDE);
    return Map.of("{ partner { %s } }", "Partner", overlay, "GuideOverlay").entrySet().stream()
        .flatMap(
            root ->
                new WholeSelection(schema)
                    .of(schema.getObjectType(root.getValue())).stream()
                        .map(selection -> root.getKey().formatted(selection)))
        .map(query -> dynamicTest(query, () -> assertEqual(() -> service.send(query, Map.of()))));
  }

  @Test
  void everyNode() {
    User user = User.unknown();
    FullAccount.fill(user);
    List<String> ids = new ArrayList<>();
    JsonPath objects =
        user.query(
            """
            { roleGuide(slug: "%s") { id questions(first: 2) { edges { node { id } } } faqs { id } questionsToAsk { id } criteria { id } family { id } }
              viewer { savedAnswers { edges { node { id } } } prepPlans { edges { node { id } } } interviews { edges { node { id } } } practiceSessions { edges { node { id } } } } }
            """
                .formatted(Published.GUIDE));
    collect(objects.get(""), ids);
    assertThat(ids).hasSizeGreaterThan(20);
    for (String type : List.of("RoleGuide", "Question", "SavedAnswer", "PrepPlan", "Interview")) {
      String leaves = new WholeSelection(schema).leaves(schema.getObjectType(type));
      String query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on %s { %s } } }";
      assertEqual(() -> user.send(query.formatted(type, leaves), Map.of("ids", ids)));
    }
  }

  private static void collect(Object json, List<String> ids) {
    if (json instanceof Map<?, ?> object) {
      object.forEach(
          (name, value) -> {
            if (name.equals("id")) {
              ids.add((String) value);
            } else {
              collect(value, ids);
            }
          });
    } else if (json instanceof List<?> entries) {
      entries.forEach(entry -> collect(entry, ids));
    }
  }

  @Test
  void documentsOfFiles() throws IOException {
    String page = Files.readString(Path.of("src/test/resources/GuidePage.graphql"));
    Map<String, Object> variables = GraphQL.map("slug", Published.GUIDE, "locale", null);
    assertEqual(() -> GraphQL.send(page, variables));
    variables.put("locale", "de");
    assertEqual(() -> GraphQL.send(page, variables));
    String guide = Files.readString(Path.of("src/bench/guide.graphql"));
    assertEqual(() -> GraphQL.send(guide, Map.of()));
  }

  @Test
  void fragmentsAliasesAndDirectives() {
    String query =
        """
        query ($yes: Boolean! = true, $no: Boolean! = false) {
          a: roleGuide(slug: "%1$s") { ...G ... on Node { id __typename } faqs { question } faqs { q: question answer } }
          b: roleGuide(slug: "%1$s") { ...G faqs @include(if: $no) { answer } criteria { name @skip(if: $yes) slug @include(if: $yes) } }
          c: roleGuide(slug: "none") { title }
        }
        fragment G on RoleGuide { title criteria { ...C levels { score } } sections { kind } process { steps { name questions { slug } } } }
        fragment C on Criterion { n: name levels { descriptor } ... @include(if: $yes) { slug } }
        """
            .formatted(Published.GUIDE);
    assertEqual(() -> GraphQL.send(query, Map.of()));
    assertEqual(() -> GraphQL.send(query, Map.of("yes", false, "no", true)));
  }

  @Test
  void errors() {
    User user = User.unknown();
    String failing = TestNodes.failing(new IllegalStateException("broken"));
    assertEqual(() -> GraphQL.send("{ viewer { id savedAnswers { totalCount } } }", Map.of()));
    assertEqual(() -> user.send("{ roleGuide { title } }", Map.of()));
    assertEqual(() -> user.send("{ roleGuides(first: 101) { totalCount } }", Map.of()));
    assertEqual(() -> user.send("{ roleGuide(slug: \"x\", locale: \"?\") { title } }", Map.of()));
    assertEqual(() -> user.send(TestNodes.QUERY, Map.of("id", failing)));
    assertEqual(
        () ->
            user.send(
                "{ roleGuide(slug: \"%s\") { title questions(first: -1) { totalCount } } }"
                    .formatted(Published.GUIDE),
                Map.of()));
    assertEqual(
        () ->
            user.send(
                "{ a: roleGuide(slug: \"%1$s\") { title relatedGuides { slug questions(after: \"x\") { totalCount } } } b: roleGuide(slug: \"%1$s\") { title criteria { name } relatedGuides { slug } } }"
                    .formatted(Published.GUIDE),
                Map.of()));
  }

  @Test
  void introspection() {
    assertEqual(
        () ->
            GraphQL.send(
                "{ __typename __schema { types { name fields { name type { name } } } directives { name } } __type(name: \"RoleGuide\") { name } }",
                Map.of()));
  }

  /** SmallRye's fetchers would need its context, which no request has. */
  @Test
  void noFetcherOfSmallRyeIsLeft() {
    GraphQLCodeRegistry code = Fetchers.replace(schema, model).getCodeRegistry();
    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLObjectType object && !object.getName().startsWith("__")) {
        assertThat(object.getFieldDefinitions())
            .allSatisfy(
                field ->
                    assertThat(code.getDataFetcher(object, field).getClass().getPackage())
                        .isEqualTo(Fetchers.class.getPackage()));
      }
    }
  }

  private static void assertEqual(Supplier<JsonPath> request) {
    AtomicReference<JsonPath> response = new AtomicReference<>();
    assertThat(ComparedEngine.during(() -> response.set(request.get())))
        .as(() -> response.get().prettify())
        .singleElement()
        .satisfies(pair -> assertThat(pair[0]).isEqualTo(pair[1]));
  }
}
