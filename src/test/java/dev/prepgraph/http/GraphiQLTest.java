package dev.prepgraph.http;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service's endpoints for GraphiQL; BrowserTest tests them in a browser. */
@QuarkusTest
class GraphiQLTest {

  /** Sends the Content-Type as it is: by default, the client adds a charset to it. */
  private static RequestSpecification query() {
    return given()
        .config(
            config()
                .encoderConfig(
                    encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .body("{\"query\": \"{ __typename }\"}".getBytes());
  }

  /** Other versions of GraphiQL still send what the bundled one does without our script. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json, application/json",
        "application/json,application/json",
        "application/json; charset=utf-8, application/json",
        "Application/JSON, application/json;charset=UTF-8"
      })
  void aContentTypeMayBeJsonTwice(String contentType) {
    query()
        .header("Content-Type", contentType)
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data.__typename", equalTo("Query"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json, text/plain",
        "text/plain, application/json",
        "application/json; charset=latin1, application/json",
        "application/json,",
        ", application/json",
        ","
      })
  void otherContentTypesAreRejected(String contentType) {
    query().header("Content-Type", contentType).post("/graphql").then().statusCode(415);
  }

  @ParameterizedTest
  @CsvSource({"application/json, 200", "text/plain, 415"})
  void linesOfAContentTypeCountTogether(String second, int status) {
    query()
        .headers(
            new Headers(
                new Header("Content-Type", "application/json"), new Header("Content-Type", second)))
        .post("/graphql")
        .then()
        .statusCode(status);
  }

  @Test
  void itsScriptIsOurs() {
    given()
        .get("/q/graphql-ui/render.js")
        .then()
        .statusCode(200)
        .contentType("text/javascript;charset=utf-8")
        .header("Cache-Control", "no-cache")
        .header("X-Frame-Options", "DENY")
        .header("Content-Security-Policy", startsWith("connect-src 'self'; "))
        .body(containsString("new Headers("));
    given().head("/q/graphql-ui/render.js").then().statusCode(200);
  }
}
