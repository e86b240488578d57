package dev.prepgraph.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.prepgraph.IdentityProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Cookies;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Scripts of pages reach the OIDC server of dev mode through the service. */
@QuarkusTest
class DevelopmentLoginTest {

  private static final String DISCOVERY = "/dev/login/.well-known/openid-configuration";

  @Test
  void theEndpointsOfScriptsAreBehindTheService() {
    given()
        .get(DISCOVERY)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .body("issuer", equalTo(IdentityProvider.url()))
        .body("authorization_endpoint", endsWith("/dev/login/authorize"))
        .body("end_session_endpoint", endsWith("/dev/login/logout"))
        .body("token_endpoint", startsWith("http://localhost:" + RestAssured.port))
        .body("token_endpoint", endsWith("/dev/login/token_endpoint"))
        .body("jwks_uri", not(startsWith(IdentityProvider.url())));
  }

  @Test
  void requestsAndResponsesAreForwarded() {
    JsonPath discovery = given().get(DISCOVERY).jsonPath();

    given().get(discovery.getString("jwks_uri")).then().statusCode(200).body("keys", hasSize(1));
    given()
        .formParam("grant_type", "password")
        .formParam("username", "alice")
        .post(discovery.getString("token_endpoint"))
        .then()
        .statusCode(200)
        .body("echo", equalTo("grant_type=password&username=alice"));
  }

  private static ExtractableResponse<Response> authorize(String parameters, Cookies cookies) {
    return given()
        .redirects()
        .follow(false)
        .cookies(cookies)
        .get("/dev/login/authorize?client_id=site&state=s&" + parameters)
        .then()
        .statusCode(302)
        .extract();
  }

  @Test
  void aLoginLastsUntilTheLogout() {
    String back = "redirect_uri=http://localhost:" + RestAssured.port + "/";
    Cookies none = new Cookies();
    assertThat(authorize(back, none).header("Location"))
        .startsWith(IdentityProvider.url() + "/authorize?client_id=site&state=s&redirect_uri=");
    assertThat(authorize(back + "&prompt=none", none).header("Location"))
        .endsWith("/?error=login_required&state=s");

    Cookies session =
        given()
            .formParam("grant_type", "refresh_token")
            .formParam("refresh_token", "dXNlcg==")
            .post("/dev/login/token_endpoint")
            .then()
            .statusCode(200)
            .body("echo", endsWith("&client_secret=secret"))
            .extract()
            .detailedCookies();
    assertThat(authorize(back + "&prompt=none", session).header("Location"))
        .endsWith("/?code=dXNlcg%3D%3D&state=s");
    assertThat(authorize("redirect_uri=https://example.org/", session).header("Location"))
        .startsWith(IdentityProvider.url());

    given()
        .redirects()
        .follow(false)
        .cookies(session)
        .get("/dev/login/logout")
        .then()
        .statusCode(302)
        .header("Location", equalTo("/"))
        .cookie("dev-login", "");
  }
}
