package dev.prepgraph.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.prepgraph.site.NoSite;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(NoSite.class)
class WelcomeResourceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
      })
  void servesBrowsersASelfContainedPage(String accept) {
    given()
        .accept(accept)
        .get("/")
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Cache-Control", "no-cache")
        .header("Vary", containsString("Accept"))
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString("<a href=\"/q/graphql-ui/\">"));
  }

  @Test
  void servesProgramsTheSameWorkingLinks() {
    Response response = given().accept("application/json").get("/");
    List<String> paths = response.jsonPath().getList("links.path");

    assertThat(paths).hasSize(3);
    String page = given().accept("text/html").get("/").asString();
    for (String path : paths) {
      assertThat(page).contains("<a href=\"" + path + "\">");
      Response target = given().urlEncodingEnabled(false).get(path);
      assertThat(target.statusCode()).as(path).isEqualTo(200);
      assertThat(target.asString()).as(path).doesNotContain("\"errors\"");
    }
    given().get("/welcome.css").then().statusCode(200).contentType(containsString("text/css"));
  }

  @Test
  void linksToTheFirstQueryOfTheReadme() {
    String path = given().accept("application/json").get("/").jsonPath().getString("links[1].path");

    assertThat(URI.create(path).getQuery())
        .isEqualTo(
            "query={roleGuide(slug:\"backend-developer-intern\"){title seniority questions(first:2){totalCount edges{node{prompt difficulty}}}}}");
  }

  @Test
  void respondsToHead() {
    given().head("/").then().statusCode(200).contentType("text/html;charset=UTF-8");
  }

  @Test
  void rejectsOtherRequests() {
    given().accept("image/png").get("/").then().statusCode(406);
    given().post("/").then().statusCode(405);
    given().get("/nothing").then().statusCode(404);
    given().header("Authorization", "Bearer x").get("/").then().statusCode(401);
  }

  @Test
  void linksOnlyToExistingPages() {
    assertThat(WelcomeResource.links(false, false, false))
        .extracting(WelcomeResource.Link::path)
        .singleElement()
        .asString()
        .startsWith("/graphql?query=");
  }
}
