package dev.prepgraph.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.prepgraph.IdentityProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SiteRouteTest {

  private static RequestSpecification browser() {
    return given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/guides",
        "/guides/backend-developer-intern",
        "/practice/VAx_-y",
        "/account"
      })
  void servesTheAddressesOfItsPages(String path) {
    browser()
        .get(path)
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Cache-Control", "no-cache")
        .body(containsString("<prep-site></prep-site>"));
    browser().head(path).then().statusCode(200).body(emptyString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/guides/",
        "/guides/a/b",
        "/guides/a.js",
        "/account/a",
        "/static/bundle/none.js",
        "/static/bundle/..%2f..%2fapplication.properties"
      })
  void hasNothingElse(String path) {
    browser().urlEncodingEnabled(false).get(path).then().statusCode(404);
  }

  @Test
  void leavesTheStartPageToPrograms() {
    given().accept("application/json").get("/").then().body("links", hasSize(3));
  }

  @Test
  void namesTheProvider() {
    given()
        .get("/site/settings.json")
        .then()
        .header("Cache-Control", "no-cache")
        .body("authority", equalTo(IdentityProvider.url()))
        .body("clientId", equalTo("prepgraph-site"))
        .body("scope", equalTo("openid"));
  }

  /** Two hosts in all, and nothing inline. */
  @Test
  void letsPagesUseOnlyTheServiceAndItsLogin() {
    URI provider = URI.create(IdentityProvider.url());
    String login = provider.getScheme() + "://" + provider.getAuthority();
    var response = browser().get("/practice");

    assertThat(sources(response.header("Content-Security-Policy")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "default-src", List.of("'none'"),
                "script-src", List.of("'self'"),
                "style-src", List.of("'self'"),
                "img-src", List.of("'self'", "data:"),
                "connect-src", List.of("'self'", login),
                "base-uri", List.of("'none'"),
                "form-action", List.of("'none'"),
                "frame-ancestors", List.of("'none'")));
    assertThat(response.asString())
        .containsPattern("<script [^>]*src=\"/static/bundle/")
        .doesNotContainPattern("<script(?![^>]* src=\"/)")
        .doesNotContainPattern("<style|\\s(style|on[a-z]+)=|https?://");
  }

  private static Map<String, List<String>> sources(String policy) {
    return Arrays.stream(policy.split(";"))
        .map(directive -> List.of(directive.strip().split(" ")))
        .collect(Collectors.toMap(words -> words.get(0), words -> words.subList(1, words.size())));
  }
}
