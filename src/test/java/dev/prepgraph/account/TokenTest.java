package dev.prepgraph.account;

import static dev.prepgraph.IdentityProvider.claims;
import static dev.prepgraph.IdentityProvider.key;
import static dev.prepgraph.IdentityProvider.sign;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.prepgraph.GraphQL;
import dev.prepgraph.IdentityProvider;
import dev.prepgraph.LogLines;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenTest {

  private static final String RS256 = AlgorithmIdentifiers.RSA_USING_SHA256;

  private static final Map<String, Supplier<String>> WRONG =
      Map.ofEntries(
          Map.entry(
              "alg none",
              () -> sign(claims("eve"), AlgorithmIdentifiers.NONE, null, key().getKeyId())),
          Map.entry("HS256 with the public key", () -> signedWithPublicKey("key itself")),
          Map.entry("HS256 with the public key's text", () -> signedWithPublicKey("PEM")),
          Map.entry("issuer", () -> with(c -> c.setIssuer("https://elsewhere.example"))),
          Map.entry("audience", () -> with(c -> c.setAudience("another-service"))),
          Map.entry("no audience", () -> with(c -> c.unsetClaim("aud"))),
          Map.entry("no issuer", () -> with(c -> c.unsetClaim("iss"))),
          Map.entry("no subject", () -> with(c -> c.unsetClaim("sub"))),
          Map.entry("empty subject", () -> with(c -> c.setSubject(""))),
          Map.entry("subject too long", () -> with(c -> c.setSubject("x".repeat(256)))),
          Map.entry("expired", () -> with(c -> c.setExpirationTimeMinutesInTheFuture(-1))),
          Map.entry("no expiry", () -> with(c -> c.unsetClaim("exp"))),
          Map.entry("not yet valid", () -> with(c -> c.setNotBefore(inAnHour()))),
          Map.entry("ID token", () -> with(c -> c.setClaim("typ", "ID"))),
          Map.entry("ID token by its hash", () -> with(c -> c.setClaim("at_hash", "x"))),
          Map.entry("refresh token", () -> with(c -> c.setClaim("typ", "Refresh"))),
          Map.entry(
              "refresh token by its use", () -> with(c -> c.setClaim("token_use", "refresh"))),
          Map.entry("offline token", () -> with(c -> c.setClaim("typ", "Offline"))),
          Map.entry("ID token by its use", () -> with(c -> c.setClaim("token_use", "id"))),
          Map.entry("use that is no text", () -> with(c -> c.setClaim("token_use", List.of()))),
          Map.entry("token type refresh", () -> with(c -> c.setClaim("token_type", "refresh"))),
          Map.entry("logout token by its claim", () -> with(TokenTest::logout)),
          Map.entry("typed logout token", () -> sign(claims("eve"), "logout+jwt")),
          Map.entry("typed in full", () -> sign(claims("eve"), "application/logout+jwt")),
          Map.entry("security event", () -> sign(claims("eve"), "secevent+jwt")),
          Map.entry(
              "logout token that says Bearer",
              () -> with(c -> logout(c).setClaim("typ", "Bearer"))),
          Map.entry("lives too long", () -> with(c -> c.setExpirationTimeMinutesInTheFuture(1500))),
          Map.entry("lives for ever", () -> with(c -> c.setClaim("exp", Long.MAX_VALUE))),
          Map.entry("subject that is no text", () -> with(c -> c.setClaim("sub", 1))),
          Map.entry("expiry that is no time", () -> with(c -> c.setClaim("exp", "never"))),
          Map.entry("claims that are none", () -> part("{}") + "." + part("null") + ".c"),
          Map.entry("header that is none", () -> part("1") + "." + part("1") + "." + part("1")),
          Map.entry("empty header", () -> part("{}") + "." + part("{}") + "." + part("{}")),
          Map.entry("three letters", () -> "a.b.c"),
          Map.entry("five letters", () -> "a.b.c.d.e"),
          Map.entry("dot", () -> "."),
          Map.entry("dots", () -> ".."),
          Map.entry("huge", () -> "a".repeat(7_000) + ".b.c"),
          Map.entry("not ASCII", () -> "\u00e4.\u00f6.\u00fc"),
          Map.entry("unknown key", () -> sign(claims("eve"), RS256, key().getPrivateKey(), "x")),
          Map.entry("another key", TokenTest::signedWithAnotherKey),
          Map.entry("signature of another", TokenTest::spliced),
          Map.entry("no token", () -> "nonsense"),
          Map.entry("opaque", () -> UUID.randomUUID().toString()));

  private interface Change {
    void to(JwtClaims claims);
  }

  private static String with(Change change) {
    JwtClaims claims = claims("eve");
    change.to(claims);
    return sign(claims);
  }

  private static JwtClaims logout(JwtClaims claims) {
    claims.setClaim(
        "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    return claims;
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static NumericDate inAnHour() {
    return NumericDate.fromSeconds(NumericDate.now().getValue() + 3600);
  }

  private static String signedWithPublicKey(String how) {
    byte[] secret =
        how.equals("PEM")
            ? IdentityProvider.publicKey().getBytes(StandardCharsets.UTF_8)
            : key().getPublicKey().getEncoded();
    return sign(
        claims("eve"), AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(secret), key().getKeyId());
  }

  private static String signedWithAnotherKey() {
    var good = key();
    IdentityProvider.rotate();
    var other = key();
    IdentityProvider.use(good);
    return sign(claims("eve"), RS256, other.getPrivateKey(), good.getKeyId());
  }

  private static String spliced() {
    String[] one = sign(claims("eve")).split("\\.");
    String[] other = sign(claims("mallory")).split("\\.");
    return one[0] + "." + one[1] + "." + other[2];
  }

  @AfterEach
  void comeBack() {
    IdentityProvider.down();
    IdentityProvider.up();
  }

  private static ValidatableResponse ask(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(Map.of("query", "{ viewer { id } catalogue { revision } }"))
        .post("/graphql")
        .then();
  }

  private static void isRejected(ValidatableResponse answer) {
    answer
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
        .header("Cache-Control", "private, no-store")
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"))
        .body("data", nullValue());
  }

  static List<String> wrong() {
    return WRONG.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void isRejectedForAnyOperation(String kind) {
    isRejected(ask(WRONG.get(kind).get()));
  }

  static List<String> good() {
    return List.of(
        IdentityProvider.token("token-test"),
        sign(claims("token-test"), "at+jwt"),
        sign(claims("token-test"), "application/AT+JWT"),
        with(c -> c.setClaim("token_use", "access")),
        with(c -> c.setClaim("typ", "Bearer")),
        with(c -> c.setExpirationTimeMinutesInTheFuture(23 * 60)));
  }

  @ParameterizedTest
  @MethodSource("good")
  void isAcceptedWhenValid(String token) {
    ask(token).statusCode(200).body("data.viewer.id", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer  ", "bearer ", "BEARER    ", "beArer "})
  void acceptsAnyCaseOfTheSchemeAndSpaces(String scheme) {
    String token = IdentityProvider.token("token-test");
    for (String suffix : List.of("", " ")) {
      given()
          .header("Authorization", scheme + token + suffix)
          .queryParam("query", "{ viewer { id } }")
          .get("/graphql")
          .then()
          .statusCode(200)
          .body("data.viewer.id", notNullValue());
    }
  }

  @Test
  void ignoresNamesAndAddressesThatAreNotText() {
    for (Object claim : List.of(1, true, List.of("a"), Map.of("a", "b"))) {
      String token =
          with(
              c -> {
                c.setClaim("name", claim);
                c.setClaim("preferred_username", claim);
                c.setClaim("email", claim);
                c.setClaim("groups", claim);
              });
      given()
          .auth()
          .oauth2(token)
          .queryParam("query", "{ viewer { displayName email roles } }")
          .get("/graphql")
          .then()
          .statusCode(200)
          .body("errors", nullValue())
          .body("data.viewer.displayName", nullValue())
          .body("data.viewer.email", nullValue());
    }
  }

  @Test
  void isRequestedWithoutAnErrorWhenMissing() {
    given()
        .contentType("application/json")
        .body(Map.of("query", "mutation { deleteMyAccount(input: {confirm: true}) { deleted } }"))
        .post("/graphql")
        .then()
        .statusCode(200)
        .header("WWW-Authenticate", "Bearer")
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
    given().get("/account/export").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    given()
        .queryParam("query", "{ viewer { id } }")
        .get("/graphql")
        .then()
        .header("WWW-Authenticate", nullValue());
  }

  @Test
  void isNotLoggedWhenRejected() {
    List<LogRecord> loud = new CopyOnWriteArrayList<>();
    var handler = new LogLines(Level.WARNING, loud::add);
    Logger.getLogger("").addHandler(handler);
    try {
      WRONG.forEach((kind, token) -> ask(token.get()).statusCode(401));
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    assertThat(loud).extracting(LogRecord::getMessage).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "Token x", ""})
  void isTheOnlyCredentialThatCounts(String header) {
    isRejected(
        given()
            .header("Authorization", header)
            .contentType("application/json")
            .body(Map.of("query", "{ viewer { id } }"))
            .post("/graphql")
            .then());
  }

  @Test
  void isRejectedWhenSentTwice() {
    String token = IdentityProvider.token("twice");
    isRejected(
        given()
            .header("Authorization", "Bearer " + token, "Bearer " + token)
            .contentType("application/json")
            .body(Map.of("query", "{ viewer { id } }"))
            .post("/graphql")
            .then());
  }

  @Test
  void neverComesInACookieOrAParameter() {
    String token = IdentityProvider.token("cookie");
    given()
        .cookie("q_session", token)
        .cookie("access_token", token)
        .queryParam("access_token", token)
        .contentType("application/json")
        .body(Map.of("query", "{ viewer { id } }"))
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data.viewer", nullValue());
  }

  @Test
  void isNotNeededForPublicData() {
    assertThat(GraphQL.query("{ viewer { id } catalogue { revision } }").getMap(""))
        .containsEntry("viewer", null)
        .containsKey("catalogue");
  }

  @Test
  void limitsKeyRefreshesForUnknownKeys() {
    ask(IdentityProvider.token("before"));
    int before = IdentityProvider.fetches();
    Instant begun = Instant.now();
    IntStream.range(0, 1_000)
        .parallel()
        .forEach(
            i ->
                ask(sign(claims("eve"), RS256, key().getPrivateKey(), "unknown-" + i))
                    .statusCode(401));
    // Once in 10 seconds, by those that come together.
    long intervals = Duration.between(begun, Instant.now()).toSeconds() / 10;
    assertThat(IdentityProvider.fetches() - before).isLessThanOrEqualTo((int) intervals + 5);
  }

  @Test
  void staysValidWhileTheProviderIsDown() {
    String token = IdentityProvider.token("survivor");
    ask(token).statusCode(200);
    IdentityProvider.down();
    ask(token).statusCode(200).body("data.viewer.id", notNullValue());
    given()
        .queryParam("query", "{ catalogue { revision } }")
        .get("/graphql")
        .then()
        .statusCode(200);
    assertThat(ask(sign(claims("eve"), RS256, key().getPrivateKey(), "new")).extract().statusCode())
        .isIn(401, 503);
  }

  @Test
  void isRequestedEquallyOutsideGraphQL() {
    for (String path : new String[] {"/account/export"}) {
      given()
          .get(path)
          .then()
          .statusCode(401)
          .body("errors[0].extensions.code", is("UNAUTHENTICATED"));
      given()
          .auth()
          .oauth2(WRONG.get("expired").get())
          .get(path)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
          .body("errors[0].extensions.code", is("UNAUTHENTICATED"));
    }
  }

  @Test
  void readsRolesFromTheProvidersClaim() {
    assertThat(
            User.unknown("editor", "nothing").query("{ viewer { roles } }").getList("viewer.roles"))
        .containsExactly("CANDIDATE", "EDITOR");
    assertThat(User.unknown().query("{ viewer { roles } }").getList("viewer.roles"))
        .containsExactly("CANDIDATE");
  }
}
