package dev.prepgraph.http.stream;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.IdentityProvider;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.answer.Answers;
import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol graphql-transport-ws. */
@QuarkusTest
class SocketTest {

  private static final String QUERY = "{ catalogue { revision } }";

  @Inject StreamRegistry registry;

  private final User user = User.unknown();

  private static GraphQLSocket anonymous() {
    GraphQLSocket socket = GraphQLSocket.open();
    socket.send("connection_init", null, null);
    return socket.acknowledged();
  }

  @Test
  void servesThePartnerThatAPageNamesUntilItIsRevoked() {
    OverlayClient client = OverlayClient.create();
    client.published(Map.of(), Map.of("locale", "en", "brandingNotes", "Ours"));
    TestPartner partner = client.partner();
    try (GraphQLSocket socket = GraphQLSocket.open("Origin", partner.origin())) {
      socket.send("connection_init", null, Map.of("Prepgraph-Partner", partner.slug()));
      socket
          .acknowledged()
          .subscribe(
              "1",
              "{ roleGuide(slug: \"backend-developer-intern\") { overlay { brandingNotes } } }");
      assertThat(socket.next("1").at("/payload/data/roleGuide/overlay/brandingNotes").asText())
          .isEqualTo("Ours");
      partner.revoke();
      assertThat(socket.closed()).isEqualTo("4403 The partner's access to this stream has ended");
    }
  }

  @Test
  void servesAPartnersServiceUntilItIsRevoked() {
    TestPartner partner = TestPartner.create("READ");
    try (GraphQLSocket socket = GraphQLSocket.open().init(partner.token())) {
      socket.subscribe("1", "subscription { catalogueChanged { revision } }");
      assertThat(socket.next("1").at("/payload/data/catalogueChanged/revision").isNumber())
          .isTrue();
      partner.revoke();
      assertThat(socket.closed()).isEqualTo("4403 The partner's access to this stream has ended");
    }
  }

  @Test
  void rejectsAPartnerThatDoesNotAllowTheOrigin() {
    TestPartner named = TestPartner.create("READ");
    try (GraphQLSocket socket = GraphQLSocket.open("Origin", TestPartner.create("READ").origin())) {
      socket.send("connection_init", null, Map.of("Prepgraph-Partner", named.slug()));
      assertThat(socket.closed()).startsWith("4403 ");
    }
  }

  @Test
  void aServiceSubscribesToNoAccount() {
    TestPartner partner = TestPartner.create("READ");
    try (GraphQLSocket socket = GraphQLSocket.open().init(partner.token())) {
      socket.subscribe("1", GraphQLSocket.VIEWER);
      assertThat(socket.next("1").at("/payload/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
    }
    assertThat(
            OwnerSql.count(
                "select count(*) from viewer.account where subject = ?",
                "service of " + partner.clientId()))
        .isZero();
  }

  @Test
  void executesQueriesAndMutations() {
    try (GraphQLSocket socket = GraphQLSocket.of(user)) {
      socket.subscribe("1", "{ viewer { displayName } catalogue { revision } }");
      JsonNode next = socket.next();
      assertThat(next.get("type").asText()).isEqualTo("next");
      assertThat(next.get("id").asText()).isEqualTo("1");
      assertThat(next.at("/payload/data/viewer/displayName").asText())
          .isEqualTo("The name of " + user.subject());
      assertThat(socket.next()).hasToString("{\"id\":\"1\",\"type\":\"complete\"}");

      // The id is free again.
      socket.send(
          "subscribe",
          "1",
          Map.of(
              "query",
              "mutation M($input: UpdatePreferencesInput!) { updatePreferences(input: $input) { preferences { locale } } }",
              "operationName",
              "M",
              "variables",
              Map.of("input", Map.of("locale", "de"))));
      assertThat(socket.next().at("/payload/data/updatePreferences/preferences/locale").asText())
          .isEqualTo("de");
      assertThat(socket.next().get("type").asText()).isEqualTo("complete");
    }
  }

  @Test
  void acceptsTheTokenOfTheHandshake() {
    try (GraphQLSocket socket = GraphQLSocket.open("Authorization", "Bearer " + user.token())) {
      socket.send("connection_init", null, Map.of());
      socket.acknowledged().subscribeViewer();
    }
  }

  @Test
  void executesInTheLanguageOfTheInitialisation() {
    try (GraphQLSocket socket = GraphQLSocket.open("Accept-Language", "en")) {
      socket.send("connection_init", null, Map.of("Accept-Language", "de"));
      socket
          .acknowledged()
          .subscribe("1", "{ question(slug: \"how-a-hash-map-works\") { resolvedLocale } }");
      assertThat(socket.next().at("/payload/data/question/resolvedLocale").asText())
          .isEqualTo("de");
    }
  }

  @Test
  void rejectsAnInvalidToken() {
    try (GraphQLSocket socket = GraphQLSocket.open()) {
      socket.send("connection_init", null, Map.of("authorization", "Bearer a.b.c"));
      assertThat(socket.closed()).isEqualTo("4403 Forbidden");
    }
    try (GraphQLSocket socket = GraphQLSocket.open()) {
      socket.send("connection_init", null, Map.of("Authorization", "Bearer \n"));
      assertThat(socket.closed()).isEqualTo("4403 Forbidden");
    }
    try (GraphQLSocket socket = GraphQLSocket.open("Authorization", "Basic eDp5")) {
      socket.send("connection_init", null, null);
      assertThat(socket.closed()).isEqualTo("4403 Forbidden");
    }
  }

  @Test
  void endsWithItsToken() throws Exception {
    JwtClaims claims = IdentityProvider.claims(user.subject());
    Instant expiry = Instant.now().plusSeconds(4);
    claims.setExpirationTime(NumericDate.fromMilliseconds(expiry.toEpochMilli()));
    try (GraphQLSocket socket =
        GraphQLSocket.open().init(IdentityProvider.sign(claims)).subscribeViewer()) {
      assertThat(socket.closed()).isEqualTo("4403 The token has expired");
      assertThat(Duration.between(expiry, Instant.now()))
          .isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(5));
    }
  }

  @Test
  void rejectsProtocolErrors() {
    try (GraphQLSocket socket = GraphQLSocket.open()) {
      socket.subscribe("1", QUERY);
      assertThat(socket.closed()).isEqualTo("4401 Unauthorized");
    }
    try (GraphQLSocket socket = anonymous()) {
      socket.send("connection_init", null, null);
      assertThat(socket.closed()).isEqualTo("4429 Too many initialisation requests");
    }
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      socket.subscribe("viewer", QUERY);
      assertThat(socket.closed()).isEqualTo("4409 Subscriber already exists");
    }
    try (GraphQLSocket socket = anonymous()) {
      socket.sendBinary();
      assertThat(socket.closed()).isEqualTo("4400 Send text messages");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{}",
        "{\"type\":1}",
        "{\"type\":\"next\",\"id\":\"1\"}",
        "{\"type\":\"Ping\"}",
        "{\"type\":\"ping\",\"payload\":1}",
        "{\"type\":\"subscribe\"}",
        "{\"type\":\"subscribe\",\"id\":\"1\"}",
        "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{ a }\"}}",
        "{\"type\":\"subscribe\",\"id\":1,\"payload\":{\"query\":\"{ a }\"}}",
        "{\"type\":\"complete\"}",
        "{\"type\":\"ping\",\"type\":\"ping\"}"
      })
  void rejectsMalformedMessages(String message) {
    try (GraphQLSocket socket = anonymous()) {
      socket.send(message);
      assertThat(socket.closed()).startsWith("4400 ");
    }
  }

  @Test
  void rejectsLargeMessages() {
    try (GraphQLSocket socket = anonymous()) {
      socket.send("{\"type\":\"ping\",\"payload\":{\"a\":\"" + "x".repeat(70_000) + "\"}}");
      assertThat(socket.closed()).isEqualTo("1009 The message is too large");
    }
  }

  @Test
  void answersPings() {
    try (GraphQLSocket socket = GraphQLSocket.open()) {
      socket.send("{\"type\":\"ping\",\"payload\":{\"n\":1}}");
      assertThat(socket.next()).hasToString("{\"type\":\"pong\"}");
      socket.send("{\"type\":\"pong\"}");
      socket.send("{\"type\":\"complete\",\"id\":\"unknown\"}");
      socket.send("connection_init", null, null);
      socket.acknowledged();
    }
  }

  /** Each limit of a document, and each other mistake in a request. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          subscription { viewerChanged { kind } }                                      | UNAUTHENTICATED
          subscription { nothing }                                                     | BAD_REQUEST
          subscription {                                                               | BAD_REQUEST
          subscription { viewerChanged { kind } catalogueChanged { revision } }        | BAD_REQUEST
          subscription { viewerChanged @skip(if: true) { kind } }                      | BAD_REQUEST
          subscription { ...F } fragment F on Subscription { viewerChanged { kind } }  | BAD_REQUEST
          subscription { __typename }                                                  | BAD_REQUEST
          subscription A { viewerChanged { kind } } query B { catalogue { revision } } | BAD_REQUEST
          subscription ($n: Int!) { viewerChanged { kind } }                           | BAD_REQUEST
          LONG                                                                         | TOO_COMPLEX
          ALIASES                                                                      | TOO_COMPLEX
          DIRECTIVES                                                                   | TOO_COMPLEX
          DEEP                                                                         | TOO_COMPLEX
          COSTLY                                                                       | TOO_COMPLEX
          """)
  void rejectsRequestsWithoutEndingTheSocket(String query, String code) {
    String sent =
        switch (query) {
          case "LONG" -> "subscription { viewerChanged { kind } } #" + "x".repeat(16_384);
          case "ALIASES" -> subscription("a%d: kind ", 31);
          case "DIRECTIVES" -> subscription("kind @skip(if: false) ", 51);
          case "DEEP" ->
              subscription(
                  "node { ... on Question { "
                      + "myAnswer { question { ".repeat(6)
                      + "id "
                      + "} } ".repeat(6)
                      + "} } ",
                  1);
          case "COSTLY" ->
              "subscription { viewerChanged { node { ... on Question { guides { questions(first: 100) { nodes { guides { questions(first: 100) { nodes { id } } } } } } } } } }";
          default -> query;
        };
    try (GraphQLSocket socket = anonymous()) {
      socket.subscribe("1", sent);
      JsonNode message = socket.next();
      assertThat(message.get("type").asText()).as(message.toString()).isEqualTo("error");
      assertThat(message.get("id").asText()).isEqualTo("1");
      assertThat(message.at("/payload/0/extensions/code").asText())
          .as(message.toString())
          .isEqualTo(code);
      socket.subscribe("1", QUERY);
      assertThat(socket.next().at("/payload/data/catalogue/revision").asInt()).isPositive();
    }
  }

  private static String subscription(String field, int times) {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < times; i++) {
      fields.append(field.formatted(i));
    }
    return "subscription { viewerChanged { " + fields + "} }";
  }

  @Test
  void tellsAnonymousClientsWhichFieldNeedsALogin() {
    try (GraphQLSocket socket = anonymous()) {
      socket.subscribe("1", "subscription { mine: viewerChanged { kind } }");
      assertThat(socket.next().at("/payload/0/path")).hasToString("[\"mine\"]");
    }
  }

  @Test
  void stopsACompletedSubscription() {
    String question = Published.questions(1).get(0);
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      socket.send("complete", "viewer", null);
      socket.subscribe("again", GraphQLSocket.VIEWER);
      assertThat(socket.event().get("kind").asText()).isEqualTo("RESYNC");
      Answers.save(user, question, 0, "body", "Mine");
      assertThat(socket.next().get("id").asText()).isEqualTo("again");
      assertThat(socket.hasMessage()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"https://evil.example, 403", "null, 403"})
  void rejectsForeignOrigins(String origin, int status) {
    assertThatThrownBy(() -> GraphQLSocket.open("Origin", origin))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
  }

  @Test
  void rejectsOtherProtocols() {
    for (String protocol : new String[] {null, "graphql-ws"}) {
      assertThatThrownBy(() -> GraphQLSocket.openFor(protocol))
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              e -> assertThat(e.getResponse().statusCode()).isEqualTo(400));
    }
  }

  /** Vert.x collects such a body, and ends the request without a word beyond 8 KiB. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 8193", "Content-Length: 1", "Transfer-Encoding: chunked"})
  void rejectsHandshakesWithABody(String header) throws IOException {
    assertThat(RawSocket.handshake(header, "x".repeat(8_193)))
        .isEqualTo("HTTP/1.1 400 Bad Request");
    await().until(() -> registry.callers() == 0);
  }

  @Test
  void forgetsClosedSockets() {
    try (GraphQLSocket socket = GraphQLSocket.of(user).subscribeViewer()) {
      assertThat(socket.isOpen()).isTrue();
      assertThat(registry.callers()).isPositive();
    }
    await().until(() -> registry.callers() == 0);
  }
}
