package dev.prepgraph.site;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(NoSite.class)
class NoSiteTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/site.html",
        "/static/bundle/main.js",
        "/static/bundle/",
        "/site/settings.json",
        "/guides",
        "/guides/backend-developer-intern",
        "/practice",
        "/account"
      })
  void servesNothingOfTheSite(String path) {
    given().accept("text/html").get(path).then().statusCode(404);
    given().accept("text/html").head(path).then().statusCode(404);
  }
}
