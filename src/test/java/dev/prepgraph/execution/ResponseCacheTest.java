package dev.prepgraph.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two requests share a response only when they are the same request. */
@QuarkusTest
class ResponseCacheTest {

  private static final String TAGGED =
      "query ($tag: String) { questions(filter: {tag: $tag}) { totalCount } }";

  private static final String GUIDES =
      "query ($first: Int, $locale: String) { roleGuides(first: $first, locale: $locale,"
          + " filter: {seniorities: [INTERN]})"
          + " { edges { node { resolvedLocale } } } }";

  private static Response post(String query, String variables) {
    return given()
        .contentType("application/json")
        .accept("application/graphql-response+json")
        .body("{\"query\":\"" + query + "\",\"variables\":" + variables + "}")
        .post("/graphql");
  }

  private static Response get(String query, String variables) {
    return given()
        .accept("application/graphql-response+json")
        .queryParam("query", query)
        .queryParam("variables", variables)
        .get("/graphql");
  }

  @Test
  void distinguishesTextFromNull() {
    int all = post(TAGGED, "{}").path("data.questions.totalCount");
    assertThat(all).isPositive();
    for (String order : List.of("#1", "#2")) {
      assertThat((int) post(TAGGED + order, "{\"tag\":\"null\"}").path("data.questions.totalCount"))
          .isZero();
      assertThat((int) post(TAGGED + order, "{\"tag\":null}").path("data.questions.totalCount"))
          .isEqualTo(all);
    }
  }

  @Test
  void distinguishesTwoVariablesFromOneWithTheirText() {
    String poison = "{\"first=1, locale\":\"de\"}";
    String honest = "{\"first\":1,\"locale\":\"de\"}";
    post(GUIDES, poison).then().statusCode(200);
    post(GUIDES, honest)
        .then()
        .body("data.roleGuides.edges.node.resolvedLocale", equalTo(List.of("de")));
    Response poisoned = get(GUIDES, poison);
    Response shared = get(GUIDES, honest);
    shared.then().body("data.roleGuides.edges.node.resolvedLocale", equalTo(List.of("de")));
    assertThat(shared.header("ETag")).isNotEqualTo(poisoned.header("ETag"));
  }

  @Test
  void distinguishesNumbersFromTextAndBooleans() {
    String query = "query ($first: Int) { questions(first: $first) { totalCount } } #typed";
    post(query, "{\"first\":1}").then().statusCode(200);
    for (String other : List.of("\"1\"", "1.5", "true", "[1]", "{\"first\":1}")) {
      post(query, "{\"first\":" + other + "}").then().statusCode(400);
    }
    post(query, "{\"first\":1}").then().statusCode(200);
  }

  @Test
  void distinguishesOperations() {
    String two = "query A { a: __typename } query B { b: __typename }";
    Map<String, Object> request = new LinkedHashMap<>(Map.of("query", two));
    for (String name : List.of("A", "B", "A")) {
      request.put("operationName", name);
      given()
          .contentType("application/json")
          .body(request)
          .post("/graphql")
          .then()
          .body("data", equalTo(Map.of(name.toLowerCase(Locale.ROOT), "Query")));
    }
  }

  @Test
  void derivesTheEntityTagFromTheContent() {
    String one = get("{ a: __typename }", "{}").header("ETag");
    assertThat(get("query Other { a: __typename }", "{\"unused\":1}").header("ETag"))
        .isEqualTo(one)
        .matches("\"[\\w-]+\"");
    assertThat(get("{ b: __typename }", "{}").header("ETag")).isNotEqualTo(one);
    Response known =
        given()
            .accept("application/graphql-response+json")
            .queryParam("query", "{ a: __typename }")
            .header("If-None-Match", "\"other\", W/" + one)
            .get("/graphql");
    known
        .then()
        .statusCode(304)
        .header("ETag", one)
        .header("Cache-Control", "public, max-age=30")
        .header(
            "Vary",
            "Accept, Accept-Encoding, Authorization, Origin, Prepgraph-Cost, Prepgraph-Partner, Prepgraph-Preview");
    assertThat(known.asString()).isEmpty();
  }

  private static RequestSpecification json(String body) {
    return given().contentType("application/json").body(body);
  }

  /** A body that had a cached response is not parsed again. */
  @Test
  void repeatedBodiesDependOnTheOtherPartsOfTheirRequest() {
    String body = "{\"query\":\"{ roleGuides(first: 1) { edges { node { resolvedLocale } } } }\"}";
    for (int i = 0; i < 3; i++) {
      for (String language : List.of("en", "de")) {
        json(body)
            .header("Accept-Language", language)
            .post("/graphql")
            .then()
            .header("Content-Language", language);
      }
    }
    json(body).header("Authorization", "Bearer a.b.c").post("/graphql").then().statusCode(401);
    json(body).header("Prepgraph-Partner", "none").post("/graphql").then().statusCode(403);
    json(body)
        .header("Prepgraph-Cost", "true")
        .post("/graphql")
        .then()
        .body("extensions.cost.requested", greaterThan(1));
    given().contentType("text/plain").body(body).post("/graphql").then().statusCode(415);
  }

  @Test
  void theBodyOfAGetIsNotItsRequest() {
    String body = "{\"query\":\"{ victim: __typename }\"}";
    for (int i = 0; i < 3; i++) {
      json(body)
          .queryParam("query", "{ attacker: __typename }")
          .get("/graphql")
          .then()
          .body("data.attacker", equalTo("Query"));
    }
    for (int i = 0; i < 3; i++) {
      json(body).post("/graphql").then().body("data.victim", equalTo("Query"));
    }
  }
}
