package dev.prepgraph.federation;

import static dev.prepgraph.GraphQL.map;
import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.GraphQL.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import dev.prepgraph.answer.Answers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gateways ask for; src/clients/federation runs two of them. */
@QuarkusTest
class FederationTest {

  private static final String ENTITIES =
      """
      query ($representations: [_Any!]!) {
        _entities(representations: $representations) {
          __typename
          ... on Node { id }
          ... on RoleGuide { slug title questions(first: 1) { nodes { slug } } }
          ... on Question { slug }
          ... on SavedAnswer { body question { slug } }
        }
      }""";

  private static Map<String, Object> entity(String type, String key, Object value) {
    return map("__typename", type, key, value);
  }

  private static Map<String, Object> guide(String slug) {
    return entity("RoleGuide", "slug", slug);
  }

  /** The slug of each entity, null for null. */
  private static List<Object> slugs(JsonPath body, String field) {
    return body.<Map<String, Object>>getList(field).stream()
        .map(entity -> entity == null ? null : entity.get("slug"))
        .toList();
  }

  private static Map<String, List<Object>> representations(Object... representations) {
    return Map.of("representations", Arrays.asList(representations));
  }

  @Test
  void servesTheSchemaOfTheRepository() throws IOException {
    assertThat(query("{ _service { sdl } }").getString("_service.sdl"))
        .isEqualTo(Files.readString(Path.of("src", "test", "resources", "schema.graphql")));
  }

  @ParameterizedTest
  @CsvSource({
    "RoleGuide, roleGuide, backend-developer-intern",
    "Question, question, explain-cors",
    "QuestionType, questionType, technical",
    "Criterion, criterion, communication",
    "RoleFamily, family, software-engineering"
  })
  void resolvesCatalogueObjectsByIdAndBySlug(String type, String field, String slug) {
    String id =
        query("{ %s(slug: \"%s\") { id } }".formatted(field, slug)).getString(field + ".id");

    JsonPath entities =
        query(
            ENTITIES.replace("... on Node", "... on " + type),
            representations(entity(type, "id", id), entity(type, "slug", slug)));

    assertThat(entities.getList("_entities.__typename")).containsExactly(type, type);
    assertThat(entities.getList("_entities.id")).containsExactly(id, id);
  }

  @Test
  void answersInTheLanguageOfTheRequest() {
    JsonPath german =
        given()
            .header("Accept-Language", "de")
            .contentType("application/json")
            .body(map("query", ENTITIES, "variables", representations(guide(Published.GUIDE))))
            .post("/graphql")
            .then()
            .header("Content-Language", "de")
            .extract()
            .jsonPath();

    assertThat(german.getString("data._entities[0].title")).startsWith("Praktikum");
  }

  @Test
  void resolvesSavedAnswersForTheirUserOnly() {
    User user = User.unknown();
    List<String> questions = Published.questions(3);
    List<Object> answers = new ArrayList<>();
    for (String question : questions) {
      String id = Answers.save(user, question, 0, "body", "of " + question).getString("id");
      answers.add(entity("SavedAnswer", "id", id));
    }
    Map<String, ?> variables = Map.of("representations", answers);
    user.query(ENTITIES, variables);

    List<String> bodies = new ArrayList<>();
    List<String> statements =
        StatementCounter.during(
            () -> bodies.addAll(user.query(ENTITIES, variables).getList("_entities.body")));

    assertThat(bodies).isEqualTo(questions.stream().map(question -> "of " + question).toList());
    assertThat(statements).hasSize(2); // enters the account, reads the answers
    assertThat(User.unknown().query(ENTITIES, variables).getList("_entities"))
        .isEqualTo(Collections.nCopies(3, null));
    assertThat(query(ENTITIES, variables).getList("_entities"))
        .isEqualTo(Collections.nCopies(3, null));
  }

  @Test
  void hasNullForWhatDoesNotExist() {
    String question = Published.questions(1).get(0);

    JsonPath entities =
        query(
            ENTITIES,
            representations(
                guide("x".repeat(10_000)),
                entity("RoleGuide", "id", question),
                entity("Question", "id", "none"),
                entity("Question", "slug", Published.GUIDE),
                entity("RoleFamily", "slug", "ä"),
                guide(Published.GUIDE),
                entity("SavedAnswer", "id", question)));

    assertThat(slugs(entities, "_entities"))
        .containsExactly(null, null, null, null, null, Published.GUIDE, null);
  }

  @Test
  void malformedRepresentationsFailAlone() {
    JsonPath body =
        send(
            ENTITIES.replace("_entities", "found: _entities"),
            representations(
                "RoleGuide",
                5,
                List.of(),
                Map.of(),
                Map.of("slug", Published.GUIDE),
                entity("Job", "id", "1"),
                entity("Licence", "id", "1"),
                map("__typename", 5, "slug", Published.GUIDE),
                Map.of("__typename", "RoleGuide"),
                guide(null),
                entity("RoleGuide", "slug", List.of(Published.GUIDE)),
                entity("SavedAnswer", "slug", "x"),
                guide(Published.GUIDE)));

    assertThat(slugs(body, "data.found"))
        .startsWith((Object) null)
        .endsWith(Published.GUIDE)
        .hasSize(13);
    assertThat(body.getList("errors.path"))
        .isEqualTo(IntStream.range(0, 12).mapToObj(i -> List.of("found", i)).toList());
    assertThat(body.getList("errors.extensions.code")).containsOnly("BAD_REQUEST");
    assertThat(body.getList("errors.message"))
        .containsOnly(
            "A representation must have the __typename of a type with @key, and the field of one of its keys as a string");
  }

  @Test
  void readsLiterals() {
    JsonPath body =
        send(
            """
            query ($slug: String) { _entities(representations: [
              {__typename: "RoleGuide", slug: $slug, more: [null, 1, 1.5, true, EASY, {x: "y"}]},
              {__typename: "RoleGuide", slug: null}
            ]) { ... on RoleGuide { slug } } }""",
            Map.of("slug", Published.GUIDE));

    assertThat(slugs(body, "data._entities")).containsExactly(Published.GUIDE, null);
    assertThat(body.getList("errors.path")).containsExactly(List.of("_entities", 1));
    assertThat(GraphQL.rejection("{ _entities(representations: [null]) { __typename } }"))
        .startsWith("BAD_REQUEST ");
  }

  @Test
  void boundsTheNumberOfRepresentationsBeforeAnyStatement() {
    Object[] many = Collections.nCopies(501, guide(Published.GUIDE)).toArray();

    assertThat(
            StatementCounter.during(
                () ->
                    assertThat(GraphQL.rejection(ENTITIES, representations(many)))
                        .isEqualTo("TOO_COMPLEX A list has more than 500 representations")))
        .isEmpty();
    assertThat(query(ENTITIES, representations(Arrays.copyOf(many, 500))).getList("_entities.slug"))
        .hasSize(500)
        .containsOnly(Published.GUIDE);
  }

  @Test
  void aTypeThatFailsLeavesTheOthers() {
    User user = User.unknown();
    String id = Answers.save(user, Published.questions(1).get(0), 0, "body", "b").getString("id");
    Map<String, Object> answer = entity("SavedAnswer", "id", id);
    StatementCounter.rewrite(sql -> sql.contains("saved_answer") ? "select 1 / 0" : sql);
    try {
      JsonPath mixed = user.send(ENTITIES, representations(answer, guide(Published.GUIDE), answer));
      JsonPath alone = user.send(ENTITIES, representations(answer));

      assertThat(slugs(mixed, "data._entities")).containsExactly(null, Published.GUIDE, null);
      assertThat(mixed.getList("errors.path"))
          .containsExactly(List.of("_entities", 0), List.of("_entities", 2));
      assertThat(mixed.getList("errors.message")).containsOnly("Internal error");
      assertThat(alone.getList("errors.path")).containsExactly(List.of("_entities"));
      assertThat(alone.<Object>get("data")).isNull();
    } finally {
      StatementCounter.rewrite(UnaryOperator.identity());
    }
  }
}
