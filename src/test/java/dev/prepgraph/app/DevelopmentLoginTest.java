package dev.prepgraph.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.prepgraph.IdentityProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
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
        .body("authorization_endpoint", equalTo(IdentityProvider.url() + "/authorize"))
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
}
