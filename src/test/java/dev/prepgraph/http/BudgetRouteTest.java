package dev.prepgraph.http;

import static dev.prepgraph.http.SmallBudgets.ADDRESS_POINTS;
import static dev.prepgraph.http.SmallBudgets.SITE;
import static dev.prepgraph.http.SmallBudgets.USER_POINTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.TestClock;
import dev.prepgraph.User;
import dev.prepgraph.budget.Budgets;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SmallBudgets.class)
class BudgetRouteTest {

  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final String RATE_LIMIT =
      "{ rateLimit { limit cost remaining restoreRate resetAt } }";

  @Inject TestClock clock;

  private final User user = User.unknown();

  @BeforeEach
  void stopTheClock() {
    clock.set(NOW.toString());
  }

  @AfterEach
  void startTheClock() {
    clock.set(null);
  }

  private static Response post(RequestSpecification request, String document) {
    return request
        .contentType("application/json")
        .accept("application/graphql-response+json")
        .header("Prepgraph-Cost", "true")
        .body(Map.of("query", document))
        .post("/graphql");
  }

  private JsonPath send(String document) {
    return post(user.request(), document).jsonPath();
  }

  /** A document of many mutations that set the same language. */
  private static String mutations(int number, String locale) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                "m%d: updatePreferences(input: {locale: \"%s\"}) { userErrors { code } }"
                    .formatted(i, locale))
        .collect(Collectors.joining(" ", "mutation { ", " }"));
  }

  private static int anonymousRemaining() {
    return given()
        .queryParam("query", RATE_LIMIT)
        .get("/graphql")
        .jsonPath()
        .getInt("data.rateLimit.remaining");
  }

  @Test
  void tellsCallersTheirBudget() {
    JsonPath first = send(RATE_LIMIT);

    assertThat(first.getMap("data.rateLimit"))
        .isEqualTo(
            Map.of(
                "limit",
                USER_POINTS,
                "cost",
                6,
                "remaining",
                USER_POINTS - 6,
                "restoreRate",
                100,
                "resetAt",
                "2026-11-26T10:00:00.060Z"));
    assertThat(first.getMap("extensions.cost"))
        .isEqualTo(
            Map.of(
                "requested",
                6,
                "remaining",
                USER_POINTS - 6,
                "restoreRate",
                100,
                "limit",
                USER_POINTS));
    assertThat(send("{ viewer { id } }").getMap("extensions.cost"))
        .containsEntry("requested", 2)
        .containsEntry("remaining", USER_POINTS - 8);
    assertThat(user.query("{ rateLimit { remaining } }").getInt("rateLimit.remaining"))
        .isEqualTo(USER_POINTS - 10);
    assertThat(user.send("{ viewer { id } }", Map.of()).getMap("extensions")).isNull();
  }

  @Test
  void chargesEachMutationOfADocument() {
    int one = send(mutations(1, "de")).getInt("extensions.cost.requested");
    int thirty = send(mutations(30, "de")).getInt("extensions.cost.requested");

    assertThat(one).isGreaterThan(1_000);
    assertThat(thirty).isEqualTo(30 * one);
  }

  @Test
  void rejectsBeforeAnythingExecutesUntilEnoughIsRestored() {
    int cost = send(mutations(30, "de")).getInt("extensions.cost.requested");
    int remaining = USER_POINTS - cost;
    for (; remaining >= cost; remaining -= cost) {
      assertThat(send(mutations(30, "de")).getMap("errors")).isNull();
    }

    Response rejected = post(user.request().header("Origin", SITE), mutations(30, "en"));

    int wait = (cost - remaining + 99) / 100;
    assertThat(rejected.statusCode()).isEqualTo(429);
    assertThat(rejected.header("Retry-After")).isEqualTo(String.valueOf(wait));
    assertThat(rejected.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
    assertThat(rejected.contentType()).startsWith("application/graphql-response+json");
    assertThat(rejected.jsonPath().getMap("errors[0].extensions"))
        .isEqualTo(Map.of("code", "RATE_LIMITED", "retryAfter", wait));
    assertThat(rejected.jsonPath().getString("errors[0].message"))
        .isEqualTo("The operation costs %d points, and %d are left".formatted(cost, remaining));
    assertThat(rejected.jsonPath().getInt("extensions.cost.remaining")).isEqualTo(remaining);
    assertThat(User.unknown().query(RATE_LIMIT).getInt("rateLimit.remaining"))
        .isEqualTo(USER_POINTS - 6);
    clock.set(NOW.plusSeconds(wait - 1).toString());
    assertThat(post(user.request(), mutations(30, "en")).statusCode()).isEqualTo(429);
    clock.set(NOW.plusSeconds(wait).toString());
    assertThat(
            user.query("{ viewer { preferences { locale } } }")
                .getString("viewer.preferences.locale"))
        .isEqualTo("de");
    clock.set(NOW.plusSeconds(wait + 1).toString());
    assertThat(send(mutations(30, "en")).getMap("errors")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ viewer { id }",
        "{ nothing }",
        "query A { viewer { id } } query B { viewer { id } }",
        "{ roleGuide(slug: \"a\") { relatedGuides { relatedGuides { relatedGuides { relatedGuides { relatedGuides { relatedGuides { relatedGuides { relatedGuides { relatedGuides { relatedGuides { relatedGuides { relatedGuides { slug } } } } } } } } } } } } } }"
      })
  void chargesRejectedDocumentsByTheirLength(String document) {
    Response rejected = post(user.request(), document);

    assertThat(rejected.jsonPath().getList("errors")).isNotEmpty();
    assertThat(user.query(RATE_LIMIT).getInt("rateLimit.remaining"))
        .isEqualTo(USER_POINTS - 10 * (1 + document.length()) - 6);
  }

  @Test
  void rejectsCallersWhoseDocumentsAreRejectedTooOften() {
    String document = "{ nothing } # " + "x".repeat(2_000);
    int affordable = USER_POINTS / (10 * (1 + document.length()));
    for (int i = 0; i < affordable; i++) {
      assertThat(post(user.request(), document).statusCode()).isEqualTo(400);
    }

    assertThat(post(user.request(), document).statusCode()).isEqualTo(429);
  }

  private static RawHttp.Response card(String address, String header) throws IOException {
    return RawHttp.sendFrom(
        address,
        "GET /embed/guides/backend-developer-intern HTTP/1.1\r\nHost: localhost\r\n"
            + "X-Forwarded-For: 203.0.113.99\r\n"
            + header
            + "\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.2, false", "127.0.0.3, true"})
  void takesPointsOfAddressesForDocuments(String address, boolean login) throws IOException {
    String header = login ? "Authorization: Bearer " + user.token() : "Accept: text/html";
    for (int i = 0; i < ADDRESS_POINTS / Budgets.DOCUMENT; i++) {
      assertThat(card(address, header).status()).isEqualTo(200);
    }
    RawHttp.Response rejected = card(address, header);

    assertThat(rejected.status()).isEqualTo(429);
    assertThat(rejected.has("Retry-After: 200")).isTrue();
  }

  @Test
  void showsTheCostInEventStreams() {
    String events =
        user.request()
            .contentType("application/json")
            .accept("text/event-stream")
            .header("Prepgraph-Cost", "true")
            .body(Map.of("query", "{ viewer { id } }"))
            .post("/graphql")
            .asString();

    assertThat(events)
        .contains(
            "\"extensions\":{\"cost\":{\"requested\":2,\"remaining\":%d,"
                .formatted(USER_POINTS - 2));
  }

  @Test
  void takesOnePointForACachedResponse() {
    String document =
        "{ roleGuide(slug: \"backend-developer-intern\") { title overview } } #"
            + UUID.randomUUID();
    int before = anonymousRemaining();
    Response first = given().queryParam("query", document).get("/graphql");
    int executed = before - 6 - anonymousRemaining();
    Response cached = given().queryParam("query", document).get("/graphql");
    int hit = before - 12 - executed - anonymousRemaining();

    assertThat(executed).isGreaterThan(2);
    assertThat(hit).isEqualTo(1);
    assertThat(cached.header("Cache-Control")).startsWith("public");
    assertThat(cached.asString()).isEqualTo(first.asString()).doesNotContain("extensions");
  }

  @Test
  void neverSharesBudgets() {
    Response shown = given().queryParam("query", RATE_LIMIT).get("/graphql");
    Response costed =
        given()
            .header("Prepgraph-Cost", "true")
            .queryParam("query", "{ roleGuide(slug: \"backend-developer-intern\") { title } }")
            .get("/graphql");

    assertThat(costed.jsonPath().getInt("extensions.cost.limit")).isEqualTo(ADDRESS_POINTS);
    for (Response response : new Response[] {shown, costed}) {
      assertThat(response.header("Cache-Control")).isEqualTo("private, no-store");
      assertThat(response.header("ETag")).isNull();
    }
  }

  @Test
  void letsScriptsAskForTheCost() {
    Response preflight =
        given()
            .header("Origin", SITE)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "prepgraph-cost")
            .options("/graphql");

    assertThat(preflight.header("Access-Control-Allow-Headers"))
        .containsIgnoringCase("Prepgraph-Cost");
  }

  @Test
  void believesOnlyTrustedProxiesAboutAddresses() throws IOException {
    int before = anonymousRemaining();

    assertThat(remaining("127.0.0.1", "203.0.113.7")).isEqualTo(before - 6);
    assertThat(remaining("127.0.0.2", "203.0.113.7")).isEqualTo(ADDRESS_POINTS - 6);
    assertThat(remaining("127.0.0.2", "203.0.113.8")).isEqualTo(ADDRESS_POINTS - 6);
    assertThat(remaining("127.0.0.2", "2001:db8::1")).isEqualTo(ADDRESS_POINTS - 6);
    assertThat(remaining("127.0.0.2", "2001:db8::2")).isEqualTo(ADDRESS_POINTS - 12);
    assertThat(remaining("127.0.0.2", "2001:db8:0:1::1")).isEqualTo(ADDRESS_POINTS - 6);
  }

  /** The points left of a client that connects from an address and sends X-Forwarded-For. */
  private static int remaining(String from, String forwardedFor) throws IOException {
    RawHttp.Response response =
        RawHttp.sendFrom(
            from,
            """
            GET /graphql?query=%s HTTP/1.1\r
            Host: localhost\r
            Accept-Encoding: identity\r
            X-Forwarded-For: %s\r
            \r
            """
                .formatted(URLEncoder.encode(RATE_LIMIT, StandardCharsets.UTF_8), forwardedFor));
    return JsonPath.from(response.body()).getInt("data.rateLimit.remaining");
  }
}
