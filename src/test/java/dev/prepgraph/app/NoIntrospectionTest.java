package dev.prepgraph.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NoIntrospectionTest.Off.class)
class NoIntrospectionTest {

  public static final class Off implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("prepgraph.graphql.introspection", "false");
    }
  }

  private static JsonPath subgraph(String token) {
    return new User("someone", token).send("{ _service { sdl } }", Map.of());
  }

  @Test
  void onlyPartnersReadTheSchemaOfTheSubgraph() {
    TestPartner partner = TestPartner.create("READ");
    String denied = "FORBIDDEN This needs the credentials of a partner with the scope READ";

    assertThat(subgraph(partner.token()).getString("data._service.sdl")).contains("type RoleGuide");
    assertThat(GraphQL.rejection("{ _service { sdl } }")).isEqualTo(denied);
    assertThat(GraphQL.rejection(subgraph(partner.userToken("someone")))).isEqualTo(denied);
    assertThat(GraphQL.rejection(subgraph(User.unknown("admin").token()))).isEqualTo(denied);
    assertThat(GraphQL.rejection(subgraph(TestPartner.create("EVENTS").token())))
        .startsWith("FORBIDDEN ");
    partner.revoke();
    assertThat(GraphQL.rejection(subgraph(partner.token()))).startsWith("FORBIDDEN ");
  }

  @Test
  void everybodyResolvesReferences() {
    assertThat(
            GraphQL.query(
                    "{ _entities(representations: [{__typename: \"RoleGuide\", slug: \"qa-engineer-intern\"}]) { ... on RoleGuide { slug } } }")
                .getList("_entities.slug"))
        .containsExactly("qa-engineer-intern");
  }

  @Test
  void theSchemaIsNeitherIntrospectedNorServed() {
    var introspection = GraphQL.send("{ __schema { queryType { name } } }", Map.of());
    assertThat(introspection.getString("errors[0].message"))
        .isEqualTo("Introspection is switched off");
    assertThat(introspection.getString("data")).isNull();
    for (String document :
        List.of("{ nothing }", "{ questions(filter: {difficulty: \"x\"}) { totalCount } }")) {
      assertThat(GraphQL.rejection(document))
          .isEqualTo("BAD_REQUEST The document or a variable is not valid");
    }
    assertThat(
            GraphQL.rejection(
                "query ($f: QuestionFilterInput) { questions(filter: $f) { totalCount } }",
                Map.of("f", Map.of("difficulty", "x"))))
        .isEqualTo("BAD_REQUEST The document or a variable is not valid");
    assertThat(GraphQL.rejection("{ catalogue")).startsWith("BAD_REQUEST Syntax error at line 1");
    assertThat(GraphQL.query("{ __typename }").getString("__typename")).isEqualTo("Query");
    given()
        .get("/graphql/schema.graphql")
        .then()
        .statusCode(404)
        .body("errors[0].extensions.code", equalTo("NOT_FOUND"));
    assertThat(given().get("/docs/schema").asString())
        .contains("This service does not show its schema.")
        .doesNotContain("RoleGuide");
    assertThat(given().accept("application/json").get("/").jsonPath().getList("links.path"))
        .doesNotContain("/graphql/schema.graphql");
  }
}
