package dev.prepgraph.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.prepgraph.IdentityProvider;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** Whom a request is of, and which requests of partners are rejected. */
@QuarkusTest
class PartnerRequestTest {

  private static final String GUIDE = "{ roleGuide(slug: \"backend-developer-intern\") { slug } }";
  private static final String VIEWER = "{ viewer { id } }";

  private final TestPartner partner = TestPartner.create("READ");

  private static ValidatableResponse post(RequestSpecification request, String document) {
    return request
        .contentType("application/json")
        .accept("application/graphql-response+json")
        .body(Map.of("query", document))
        .post("/graphql")
        .then();
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }

  private RequestSpecification page(String origin) {
    return given().header("Origin", origin).header("Prepgraph-Partner", partner.slug());
  }

  private static void isForbidden(ValidatableResponse response) {
    response
        .statusCode(403)
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"))
        .body("data", nullValue());
  }

  @Test
  void itsServiceReadsButIsNoUser() {
    String subject = "service of " + partner.clientId();

    post(as(partner.token()), GUIDE)
        .statusCode(200)
        .body("data.roleGuide.slug", equalTo("backend-developer-intern"))
        .header("Cache-Control", "private, no-store");
    post(as(partner.token()), VIEWER).statusCode(200).body("data.viewer", nullValue());
    post(
            as(partner.token()),
            "mutation { updatePreferences(input: {locale: \"de\"}) { userErrors { code } } }")
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    as(partner.token()).get("/account/export").then().statusCode(403);

    assertThat(OwnerSql.count("select count(*) from viewer.account where subject = ?", subject))
        .isZero();
  }

  @Test
  void servicesWithoutAnActivePartnerAreRejected() {
    isForbidden(post(as(TestPartner.token("unknown-" + UUID.randomUUID())), GUIDE));
    TestPartner other = TestPartner.create("READ");
    isForbidden(post(as(partner.token()).header("Prepgraph-Partner", other.slug()), GUIDE));

    partner.revoke();

    isForbidden(post(as(partner.token()), GUIDE));
    isForbidden(post(as(partner.token()), VIEWER));
    as(partner.token()).get("/account/export").then().statusCode(403);
  }

  /** The forms of RFC 9068 and of other providers. */
  private void isService(JwtClaims claims) {
    post(as(IdentityProvider.sign(claims)), "{ viewer { id } partner { slug } }")
        .statusCode(200)
        .body("data.viewer", nullValue())
        .body("data.partner.slug", equalTo(partner.slug()));
  }

  @Test
  void recognizesTheTokensOfServices() {
    for (String subject : List.of(partner.clientId(), partner.clientId() + "@clients")) {
      JwtClaims claims = IdentityProvider.claims(subject);
      claims.setClaim("client_id", partner.clientId());
      isService(claims);
    }
    for (Map.Entry<String, String> claim :
        Map.of("gty", "client-credentials", "idtyp", "app").entrySet()) {
      JwtClaims claims = IdentityProvider.claims(UUID.randomUUID().toString());
      claims.setClaim("appid", partner.clientId());
      claims.setClaim(claim.getKey(), claim.getValue());
      isService(claims);
    }
    JwtClaims okta = IdentityProvider.claims(partner.clientId());
    okta.setClaim("cid", partner.clientId());
    isService(okta);
    JwtClaims keycloak = IdentityProvider.claims("service of " + partner.clientId());
    keycloak.setClaim("azp", partner.clientId());
    keycloak.setClaim("clientId", partner.clientId());
    keycloak.setClaim("preferred_username", "service-account-" + partner.clientId());
    isService(keycloak);
  }

  @Test
  void recognizesServicesOfEntraWithoutTheirType() {
    String subject = UUID.randomUUID().toString();
    JwtClaims claims = IdentityProvider.claims(subject);
    claims.setClaim("azp", partner.clientId());
    claims.setClaim("oid", subject);
    isService(claims);
    claims.setClaim("oid", UUID.randomUUID().toString()); // as a user's

    post(as(IdentityProvider.sign(claims)), VIEWER).body("data.viewer.id", containsString(""));
  }

  @Test
  void itsPagesAndUsersSeeNothingOfThePartnerItself() {
    String token = partner.userToken("user-" + UUID.randomUUID());
    for (String field : List.of("partner", "partner(slug: \"" + partner.slug() + "\")")) {
      String document =
          "{ %s { clientId usage(from: \"2026-01-01\", to: \"2026-01-02\") { days { date } } } }"
              .formatted(field);
      for (RequestSpecification request :
          List.of(
              page(partner.origin()),
              page(partner.origin()).auth().oauth2(token),
              as(token).header("Prepgraph-Partner", partner.slug()))) {
        post(request, document)
            .statusCode(200)
            .body("errors", nullValue())
            .body("data.partner", nullValue());
      }
    }
  }

  /** A rollout has replicas of two versions. */
  @Test
  void ignoresScopesOfALaterVersion() {
    OwnerSql.execute("alter table partner.partner drop constraint partner_scopes_check");
    try {
      OwnerSql.execute(
          "update partner.partner set scopes = '{READ,LATER}' where id = ?", partner.id());
      TestPartner.refresh();
      post(as(partner.token()), "{ partner { scopes } }")
          .statusCode(200)
          .body("data.partner.scopes", equalTo(List.of("READ")));
    } finally {
      OwnerSql.execute("update partner.partner set scopes = '{READ}' where id = ?", partner.id());
      OwnerSql.execute(
          "alter table partner.partner add constraint partner_scopes_check"
              + " check (scopes <@ '{READ,OVERLAY,EVENTS}')");
      TestPartner.refresh();
    }
  }

  @Test
  void aUserWithTheNameOfAServiceIsNoService() {
    JwtClaims claims = IdentityProvider.claims(UUID.randomUUID().toString());
    claims.setClaim("azp", partner.clientId());
    claims.setClaim("preferred_username", "service-account-" + partner.clientId());

    isForbidden(post(as(IdentityProvider.sign(claims)), GUIDE));
  }

  @Test
  void usersOfItsClientAreUsers() {
    post(as(partner.userToken("user-" + UUID.randomUUID())), VIEWER)
        .body("data.viewer.id", containsString(""));
  }

  @Test
  void itsPagesNameIt() {
    post(page(partner.origin()), GUIDE)
        .statusCode(200)
        .header("Access-Control-Allow-Origin", partner.origin())
        .header("Vary", containsString("Prepgraph-Partner"));
    given()
        .header("Origin", partner.origin())
        .queryParam("partner", partner.slug())
        .queryParam("query", GUIDE)
        .get("/graphql")
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("public"));
    post(page(partner.origin()).auth().oauth2(User.unknown().token()), VIEWER)
        .statusCode(200)
        .body("data.viewer.id", containsString(""));
  }

  @Test
  void othersDoNotNameIt() {
    TestPartner other = TestPartner.create("READ");
    TestPartner silent = TestPartner.create("EVENTS");
    String slug = partner.slug();
    User user = User.unknown();

    isForbidden(post(page(other.origin()), GUIDE));
    isForbidden(post(given().header("Prepgraph-Partner", slug), GUIDE));
    isForbidden(post(user.request().header("Prepgraph-Partner", slug), GUIDE));
    isForbidden(post(as(other.userToken("x")).header("Prepgraph-Partner", slug), GUIDE));
    isForbidden(post(given().header("Prepgraph-Partner", "none"), GUIDE));
    isForbidden(
        post(
            given().header("Origin", silent.origin()).header("Prepgraph-Partner", silent.slug()),
            GUIDE));
    post(page(partner.origin()).queryParam("partner", other.slug()), GUIDE).statusCode(400);
    post(as(partner.userToken("x")).header("Prepgraph-Partner", slug), GUIDE).statusCode(200);

    // Also what is in the cache for others and for this partner.
    post(page(partner.origin()), GUIDE).statusCode(200);
    partner.revoke();
    post(page(partner.origin()), GUIDE).statusCode(403);
    isForbidden(post(page(other.origin()), GUIDE));
    isForbidden(post(as(partner.userToken("x")).header("Prepgraph-Partner", slug), GUIDE));
  }

  @Test
  void pagesOfAllPartnersMayCall() {
    String allowed =
        preflight(partner.origin())
            .statusCode(200)
            .header("Access-Control-Allow-Origin", partner.origin())
            .header("Access-Control-Allow-Credentials", "false")
            .extract()
            .header("Access-Control-Allow-Headers");
    assertThat(allowed.toLowerCase(Locale.ROOT)).contains("prepgraph-partner");
    preflight("https://other.example").header("Access-Control-Allow-Origin", nullValue());
    post(given().header("Origin", "https://other.example"), GUIDE).statusCode(403);

    partner.revoke();

    preflight(partner.origin()).header("Access-Control-Allow-Origin", nullValue());
  }

  private static ValidatableResponse preflight(String origin) {
    return given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "prepgraph-partner")
        .options("/graphql")
        .then();
  }
}
