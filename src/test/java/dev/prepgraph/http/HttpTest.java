package dev.prepgraph.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL over HTTP, especially where SmallRye's route violates it. */
@QuarkusTest
class HttpTest {

  private static final String GRAPHQL_JSON = "application/graphql-response+json";
  private static final String QUERY = "{\"query\":\"{ catalogue { revision } }\"}";

  private static RequestSpecification json(Object body) {
    return given().contentType("application/json").accept(GRAPHQL_JSON).body(body);
  }

  private static ValidatableResponse post(Object body) {
    return json(body).post("/graphql").then();
  }

  @Test
  void respondsInTheAcceptedMediaType() {
    post(QUERY)
        .statusCode(200)
        .contentType(GRAPHQL_JSON + "; charset=utf-8")
        .body("data.catalogue.revision", greaterThanOrEqualTo(1));
    for (String accept :
        new String[] {"*/*", "application/json", "application/*", "text/html, */*;q=0.5"}) {
      json(QUERY)
          .accept(accept)
          .post("/graphql")
          .then()
          .statusCode(200)
          .contentType("application/json; charset=utf-8");
    }
    json(QUERY).accept("text/html").post("/graphql").then().statusCode(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{nope",
        "",
        "[]",
        "null",
        "1",
        "{}",
        "{\"query\":null}",
        "{\"query\":1}",
        "{\"query\":\" \"}",
        "{\"query\":\"{ __typename }\",\"variables\":\"x\"}",
        "{\"query\":\"{ __typename }\",\"variables\":[]}",
        "{\"query\":\"{ __typename }\",\"operationName\":1}",
        "{\"query\":\"{ __typename }\",\"extensions\":1}",
        "{\"query\":\"{ __typename }\"} x",
        "{\"query\":\"{ __typename }\",\"query\":\"{ a }\"}"
      })
  void rejectsMalformedBodies(String body) {
    post(body)
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
        .body("data", nullValue());
    json(body).accept("application/json").post("/graphql").then().statusCode(400);
  }

  @Test
  void rejectsMalformedExtensions() {
    for (String none : new String[] {"1", "\"x\"", "[]", "true"}) {
      given()
          .queryParam("query", "{ __typename }")
          .queryParam("extensions", none)
          .get("/graphql")
          .then()
          .statusCode(400);
    }
  }

  @Test
  void negotiatesOverAllLinesOfTheHeader() {
    given()
        .header("Accept", "text/html", "application/graphql-response+json")
        .queryParam("query", "{ __typename }")
        .get("/graphql")
        .then()
        .statusCode(200)
        .contentType(GRAPHQL_JSON + "; charset=utf-8");
    json(QUERY)
        .accept("application/json;q=0, */*")
        .post("/graphql")
        .then()
        .contentType(GRAPHQL_JSON + "; charset=utf-8");
  }

  @Test
  void rejectsInvalidUtf8() {
    byte[] body = QUERY.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    body[12] = (byte) 0xff;
    given()
        .contentType("application/json")
        .body(body)
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].message", equalTo("The body is not valid UTF-8"));
  }

  @Test
  void rejectsOtherMediaTypes() {
    for (String type :
        new String[] {"text/plain", "application/graphql", "application/json; charset=latin1"}) {
      given().contentType(type).body(QUERY.getBytes()).post("/graphql").then().statusCode(415);
    }
    given().body(QUERY.getBytes()).noContentType().post("/graphql").then().statusCode(415);
  }

  @Test
  void rejectsOtherMethods() {
    given().delete("/graphql").then().statusCode(405).header("Allow", "GET, HEAD, POST");
    given().contentType("application/json").body(QUERY).put("/graphql").then().statusCode(405);
  }

  @Test
  void hasTheStatusOfInvalidDocumentsByMediaType() {
    String invalid = "{\"query\":\"{ nothing }\"}";
    post(invalid)
        .statusCode(400)
        .body("errors[0].message", containsString("Field 'nothing' in type 'Query' is undefined"))
        .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
        .body("errors[0].locations[0].column", equalTo(3))
        .body("containsKey('data')", equalTo(false));
    json(invalid).accept("application/json").post("/graphql").then().statusCode(200);
    post("{\"query\":\"{ a\"}")
        .statusCode(400)
        .body(
            "errors[0].message",
            equalTo(
                "Syntax error at line 1, column 4: found the end of the document, expected '}'"));
  }

  @Test
  void executesQueriesByGet() {
    given()
        .accept(GRAPHQL_JSON)
        .queryParam(
            "query",
            "# a comment\nquery A { __typename } query B($n: Int) { questions(first: $n) { edges { cursor } } }")
        .queryParam("operationName", "B")
        .queryParam("variables", "{\"n\": 2}")
        .get("/graphql")
        .then()
        .statusCode(200)
        .body("data.questions.edges.size()", equalTo(2));
    given()
        .queryParam("query", "{ __typename }")
        .queryParam("variables", "nope")
        .get("/graphql")
        .then()
        .statusCode(400);
    given().get("/graphql").then().statusCode(400);
  }

  @Test
  void requiresTheNameOfOneOfSeveralOperations() {
    String two = "{\"query\":\"query A { __typename } query B { __typename }\"%s}";
    for (String name : new String[] {"", ",\"operationName\":\"C\"", ",\"operationName\":null"}) {
      post(two.formatted(name))
          .statusCode(400)
          .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }
    post(two.formatted(",\"operationName\":\"A\"")).statusCode(200);
  }

  @Test
  void letsCachesStoreAnonymousQueries() {
    String tag =
        given()
            .queryParam("query", "{ catalogue { revision } }")
            .get("/graphql")
            .then()
            .header("Cache-Control", "public, max-age=30")
            .header(
                "Vary",
                "Accept, Authorization, Origin, Prepgraph-Cost, Prepgraph-Partner, Prepgraph-Preview")
            .header("ETag", notNullValue())
            .extract()
            .header("ETag");
    given()
        .queryParam("query", "{ catalogue { revision } }")
        .header("If-None-Match", tag)
        .get("/graphql")
        .then()
        .statusCode(304);
    given()
        .queryParam("query", "{ catalogue { locales } }")
        .header("If-None-Match", tag)
        .get("/graphql")
        .then()
        .statusCode(200);
    given()
        .accept(GRAPHQL_JSON)
        .queryParam("query", "{ catalogue { revision } }")
        .get("/graphql")
        .then()
        .header("ETag", not(equalTo(tag)));
    post(QUERY).header("Cache-Control", "private, no-store").header("ETag", nullValue());
    given()
        .queryParam("query", "{ questions(first: -1) { totalCount } }")
        .get("/graphql")
        .then()
        .header("Cache-Control", "private, no-store");
  }

  @Test
  void rejectsWebSockets() {
    given()
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .get("/graphql")
        .then()
        .statusCode(400);
  }

  @Test
  void rejectsLargeBodies() {
    post("{\"query\":\"" + " ".repeat(256 * 1024) + "\"}")
        .statusCode(413)
        .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "1.7", "\\\"12\\\"", "true", "[1]"})
  void acceptsOnlyIntegersForInt(String value) {
    // The response to the integer is cached, and no response to what only prints like it.
    post("{\"query\":\"query($n: Int) { questions(first: $n) { totalCount } }\",\"variables\":{\"n\":12}}")
        .statusCode(200);
    post("{\"query\":\"{ questions(first: " + value + ") { totalCount } }\"}")
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    post("{\"query\":\"query($n: Int) { questions(first: $n) { totalCount } }\",\"variables\":{\"n\":"
            + value.replace("\\", "")
            + "}}")
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
        .body("errors[0].message", equalTo("$n must be an integer from -2147483648 to 2147483647"));
  }

  @Test
  void acceptsOnlyTextForStrings() {
    post("{\"query\":\"query($t: String) { roleGuide(slug: $t) { slug } }\",\"variables\":{\"t\":\"12\"}}")
        .statusCode(200);
    post("{\"query\":\"query($t: String) { roleGuide(slug: $t) { slug } }\",\"variables\":{\"t\":12}}")
        .statusCode(400);
    post("{\"query\":\"{ roleGuide(slug: 12) { slug } }\"}").statusCode(400);
    post("{\"query\":\"{ roleGuide(slug: \\\"\\\\u0000\\\") { slug } }\"}")
        .statusCode(400)
        .body("errors[0].message", equalTo("A text holds characters that are not allowed"));
    post("{\"query\":\"query($t: String) { roleGuide(slug: $t) { slug } }\",\"variables\":{\"t\":\"\\ud800\"}}")
        .statusCode(400);
  }

  @Test
  void servesNoOtherPath() {
    given().get("/graphql/schema").then().statusCode(404);
    given().contentType("text/plain").body(QUERY).post("/graphql/").then().statusCode(415);
  }

  @Test
  void servesTheUnionsAndInterfacesOfTheStrictSchema() {
    post("{\"query\":\"{ search(text: \\\"cors\\\", first: 1) { edges { node { result { ... on Question { slug } } } } } }\"}")
        .body("data.search.edges[0].node.result.slug", equalTo("explain-cors"));
  }

  @Test
  void allowsConfiguredOriginsOnly() {
    given()
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,content-type")
        .options("/graphql")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
    given()
        .header("Origin", "https://elsewhere.example")
        .queryParam("query", "{ catalogue { revision } }")
        .get("/graphql")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
