package dev.prepgraph.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.prepgraph.GraphQL;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema as a file and by introspection, without what this service does not serve. */
@QuarkusTest
class SchemaRouteTest {

  private static Response schema() {
    return given().get("/graphql/schema.graphql");
  }

  @Test
  void servesTheSchemaOfTheRepository() throws IOException {
    Response served = schema();

    served
        .then()
        .statusCode(200)
        .contentType("text/plain;charset=utf-8")
        .header("Cache-Control", "public, max-age=30");
    assertThat(served.asString())
        .isEqualTo(Files.readString(Path.of("src", "test", "resources", "schema.graphql")));
  }

  @Test
  void isNotSentAgain() {
    String tag = schema().header("ETag");

    given()
        .header("If-None-Match", tag)
        .get("/graphql/schema.graphql")
        .then()
        .statusCode(304)
        .header("ETag", tag);
  }

  @Test
  void describesItsDirectivesAndScalars() {
    var parsed =
        UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse(schema().asString()));

    assertThat(parsed.getDirective("cost")).isNotNull();
    assertThat(parsed.getDirective("listSize")).isNotNull();
    assertThat(schema().asString())
        .contains(
            "scalar Date @specifiedBy(url : \"https://www.rfc-editor.org/rfc/rfc3339#section-5.6\")",
            "scalar DateTime @specifiedBy(url : \"https://www.rfc-editor.org/rfc/rfc3339#section-5.6\")")
        .doesNotContain("BigDecimal", "BigInteger", "@constraint", "@defer", "experimental_");
  }

  @Test
  void introspectionNamesWhatIsServed() {
    JsonPath seen =
        GraphQL.query(
            """
            { __schema { directives { name } types { name } queryType { fields { name } } }
              __type(name: "Date") { specifiedByURL } }""");

    assertThat(seen.getList("__schema.directives.name"))
        .containsExactlyInAnyOrder(
            "cost",
            "deprecated",
            "include",
            "key",
            "link",
            "listSize",
            "oneOf",
            "shareable",
            "skip",
            "specifiedBy");
    assertThat(seen.<String>getList("__schema.types.name"))
        .contains("RoleGuide", "Date", "__Type")
        .doesNotContain("BigDecimal", "BigInteger", "_Any", "_Entity", "_Service");
    assertThat(seen.<String>getList("__schema.queryType.fields.name"))
        .contains("node", "roleGuide")
        .noneMatch(name -> name.startsWith("_"));
    assertThat(
            GraphQL.query("{ __type(name: \"Date\") { fields { name } } }")
                .getString("__type.fields"))
        .isNull();
    assertThat(seen.getString("__type.specifiedByURL"))
        .isEqualTo("https://www.rfc-editor.org/rfc/rfc3339#section-5.6");
    assertThat(GraphQL.query("{ __type(name: \"BigInteger\") { name } }").getString("__type"))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query @experimental_disableErrorPropagation { __typename }",
        "{ ... @defer { __typename } }",
        "{ catalogue { ... on Catalogue @defer(label: \"x\") { revision } } }"
      })
  void documentsCannotUseWhatIsNotServed(String document) {
    given()
        .contentType("application/json")
        .accept("application/graphql-response+json")
        .body(Map.of("query", document))
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors", hasSize(1))
        .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
        .body("errors[0].locations", hasSize(1))
        .body("data", nullValue());
  }

  @Test
  void anExcessiveIntrospectionNamesItsLimit() {
    String fields = "fields { type { fields { type { fields { name } } } } }";
    List<String> messages =
        GraphQL.send(
                "{ __schema { types { %s } } __type(name: \"Query\") { %s } }"
                    .formatted(fields, fields),
                Map.of())
            .getList("errors.message");

    assertThat(messages)
        .containsExactly(
            "The introspection is larger than tools need: select __schema, __type and the fields of a type once each");
  }
}
