package dev.prepgraph.http.stream;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.IdentityProvider;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.answer.Answers;
import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The distinct connections mode of graphql-sse. */
@QuarkusTest
class EventStreamTest {

  private static final String EVENTS = "text/event-stream";
  private static final String PUBLICATIONS = "subscription { catalogueChanged { revision } }";

  @Inject StreamRegistry registry;

  private final User user = User.unknown();

  /** A response that is read line by line. */
  private record Stream(HttpResponse<InputStream> response, BufferedReader reader)
      implements AutoCloseable {

    /** The lines of the next event, without pings; null at the end. */
    String next() {
      try {
        StringBuilder event = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          if (line.isEmpty() && event.length() > 0) {
            return event.toString();
          } else if (!line.isEmpty() && !line.startsWith(":")) {
            event.append(line).append('\n');
          }
        }
        return event.length() == 0 ? null : event.toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://localhost:%d/graphql%s".formatted(RestAssured.port, path)))
        .timeout(Duration.ofMinutes(1));
  }

  private static Stream send(HttpRequest.Builder request, String token, HttpClient.Version version)
      throws Exception {
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<InputStream> response =
        HttpClient.newBuilder()
            .version(version)
            .build()
            .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    return new Stream(
        response,
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
  }

  private static Stream post(String query, String token) throws Exception {
    return post(query, token, HttpClient.Version.HTTP_1_1);
  }

  private static Stream post(String query, String token, HttpClient.Version version)
      throws Exception {
    String body = new ObjectMapper().writeValueAsString(Map.of("query", query));
    return send(
        request("")
            .header("Content-Type", "application/json")
            .header("Accept", EVENTS)
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        token,
        version);
  }

  private static Stream get(String query, String token) throws Exception {
    return send(
        request("?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
            .header("Accept", EVENTS),
        token,
        HttpClient.Version.HTTP_1_1);
  }

  @Test
  void executesInTheLanguageOfTheRequest() throws Exception {
    String query = "{ question(slug: \"how-a-hash-map-works\") { resolvedLocale } }";
    HttpRequest.Builder request =
        request("?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
            .header("Accept", EVENTS)
            .header("Accept-Language", "de");
    try (Stream stream = send(request, null, HttpClient.Version.HTTP_1_1)) {
      assertThat(stream.next()).contains("\"resolvedLocale\":\"de\"");
    }
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void streamsEvents(HttpClient.Version version) throws Exception {
    try (Stream stream = post(GraphQLSocket.VIEWER, user.token(), version)) {
      assertThat(stream.response().statusCode()).isEqualTo(200);
      assertThat(stream.response().headers().firstValue("Content-Type"))
          .contains("text/event-stream; charset=utf-8");
      assertThat(stream.response().headers().firstValue("Cache-Control"))
          .contains("private, no-store");
      assertThat(stream.next())
          .isEqualTo(
              "event: next\ndata: {\"data\":{\"viewerChanged\":{\"kind\":\"RESYNC\",\"deletedId\":null,\"node\":null}}}\n");
      String id =
          Answers.save(user, Published.questions(1).get(0), 0, "body", "Mine").getString("id");
      assertThat(stream.next())
          .isEqualTo(
              "event: next\ndata: {\"data\":{\"viewerChanged\":{\"kind\":\"ANSWER\",\"deletedId\":null,\"node\":{\"__typename\":\"SavedAnswer\",\"id\":\"%s\"}}}}\n"
                  .formatted(id));
    }
    await().until(() -> registry.callers() == 0);
  }

  @Test
  void streamsByGet() throws Exception {
    try (Stream stream = get(PUBLICATIONS, null)) {
      assertThat(stream.next()).startsWith("event: next\ndata: {\"data\":{\"catalogueChanged\":");
    }
  }

  @Test
  void rejectsMutationsByGet() throws Exception {
    String mutation =
        "mutation { updatePreferences(input: {locale: \"de\"}) { userErrors { code } } }";
    try (Stream stream = get(mutation, user.token())) {
      assertThat(stream.next()).contains("BAD_REQUEST").contains("A mutation must be sent by POST");
      assertThat(stream.next()).isEqualTo("event: complete\ndata: \n");
    }
    String locale = "{ viewer { preferences { locale } } }";
    assertThat(user.query(locale).getString("viewer.preferences.locale")).isNull();
    try (Stream stream = post(mutation, user.token())) {
      assertThat(stream.next()).contains("\"userErrors\":[]");
    }
    assertThat(user.query(locale).getString("viewer.preferences.locale")).isEqualTo("de");
  }

  @Test
  void completesQueries() throws Exception {
    try (Stream stream = post("{ catalogue { __typename } }", null)) {
      assertThat(stream.next())
          .isEqualTo(
              "event: next\ndata: {\"data\":{\"catalogue\":{\"__typename\":\"Catalogue\"}}}\n");
      assertThat(stream.next()).isEqualTo("event: complete\ndata: \n");
      assertThat(stream.next()).isNull();
    }
  }

  @Test
  void streamsTheErrorsOfADocument() throws Exception {
    try (Stream stream = post("subscription { viewerChanged { nothing } }", user.token())) {
      assertThat(stream.response().statusCode()).isEqualTo(200);
      assertThat(stream.next())
          .startsWith("event: next\ndata: {\"errors\":[{")
          .contains("BAD_REQUEST");
      assertThat(stream.next()).isEqualTo("event: complete\ndata: \n");
    }
    try (Stream stream = post(GraphQLSocket.VIEWER, null)) {
      assertThat(stream.next())
          .contains("UNAUTHENTICATED")
          .contains("\"path\":[\"viewerChanged\"]");
    }
  }

  @Test
  void rejectsInvalidTokens() throws Exception {
    try (Stream stream = post(GraphQLSocket.VIEWER, "a.b.c")) {
      assertThat(stream.response().statusCode()).isEqualTo(401);
      assertThat(stream.next()).contains("UNAUTHENTICATED");
    }
  }

  private static Stream named(TestPartner partner, String origin, String query) throws Exception {
    HttpRequest.Builder request =
        request("?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
            .header("Accept", EVENTS)
            .header("Origin", origin)
            .header("Prepgraph-Partner", partner.slug());
    return send(request, null, HttpClient.Version.HTTP_1_1);
  }

  private static void endsWhenRevoked(TestPartner partner, Stream stream) {
    assertThat(stream.next()).startsWith("event: next\ndata: {\"data\":{\"catalogueChanged\":");
    partner.revoke();
    assertThat(stream.next())
        .contains("FORBIDDEN")
        .contains("The partner's access to this stream has ended");
    assertThat(stream.next()).isEqualTo("event: complete\ndata: \n");
    assertThat(stream.next()).isNull();
  }

  @Test
  void servesThePartnerThatAPageNamesUntilItIsRevoked() throws Exception {
    OverlayClient client = OverlayClient.create();
    client.published(Map.of(), Map.of("locale", "en", "brandingNotes", "Ours"));
    TestPartner partner = client.partner();
    String guide =
        "{ roleGuide(slug: \"backend-developer-intern\") { overlay { brandingNotes } } }";
    try (Stream stream = named(partner, partner.origin(), guide)) {
      assertThat(stream.response().headers().firstValue("Access-Control-Allow-Origin"))
          .contains(partner.origin());
      assertThat(stream.next()).contains("\"brandingNotes\":\"Ours\"");
    }
    try (Stream stream = named(partner, partner.origin(), PUBLICATIONS)) {
      endsWhenRevoked(partner, stream);
    }
    try (Stream stream = named(partner, partner.origin(), PUBLICATIONS)) {
      assertThat(stream.response().statusCode()).isEqualTo(403);
    }
  }

  @Test
  void servesAPartnersServiceUntilItIsRevoked() throws Exception {
    TestPartner partner = TestPartner.create("READ");
    try (Stream stream = post("{ partner { slug } }", partner.token())) {
      assertThat(stream.next()).contains("\"slug\":\"" + partner.slug() + "\"");
    }
    try (Stream stream = post(GraphQLSocket.VIEWER, partner.token())) {
      assertThat(stream.next()).contains("FORBIDDEN");
    }
    try (Stream stream = post(PUBLICATIONS, partner.token())) {
      endsWhenRevoked(partner, stream);
    }
    try (Stream stream = post(PUBLICATIONS, partner.token())) {
      assertThat(stream.response().statusCode()).isEqualTo(403);
    }
  }

  @Test
  void rejectsAPartnerThatDoesNotAllowTheOrigin() throws Exception {
    TestPartner partner = TestPartner.create("READ");
    String foreign = TestPartner.create("READ").origin();
    try (Stream stream = named(partner, foreign, PUBLICATIONS)) {
      assertThat(stream.response().statusCode()).isEqualTo(403);
      assertThat(stream.next()).contains("FORBIDDEN");
    }
    try (Stream stream = named(partner, "https://unknown.example", PUBLICATIONS)) {
      assertThat(stream.response().statusCode()).isEqualTo(403);
    }
  }

  @Test
  void endsWithItsToken() throws Exception {
    JwtClaims claims = IdentityProvider.claims(user.subject());
    Instant expiry = Instant.now().plusSeconds(4);
    claims.setExpirationTime(NumericDate.fromMilliseconds(expiry.toEpochMilli()));
    try (Stream stream = post(GraphQLSocket.VIEWER, IdentityProvider.sign(claims))) {
      assertThat(stream.next()).contains("RESYNC");
      assertThat(stream.next()).contains("UNAUTHENTICATED").contains("The token has expired");
      assertThat(stream.next()).isEqualTo("event: complete\ndata: \n");
      assertThat(stream.next()).isNull();
      assertThat(Duration.between(expiry, Instant.now()))
          .isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(5));
    }
  }

  @Test
  void rejectsSubscriptionsWithoutAStream() {
    assertThat(user.rejection("subscription { viewerChanged { kind } }", Map.of()))
        .isEqualTo("BAD_REQUEST Subscriptions need a WebSocket or Accept: text/event-stream");
  }

  /** Clients that also accept JSON, such as urql for queries, get JSON. */
  @Test
  void prefersJson() {
    user.request()
        .contentType("application/json")
        .accept("application/json, text/event-stream")
        .body(Map.of("query", "{ viewer { id } }"))
        .post("/graphql")
        .then()
        .statusCode(200)
        .contentType("application/json");
  }
}
