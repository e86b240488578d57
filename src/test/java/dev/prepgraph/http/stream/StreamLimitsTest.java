package dev.prepgraph.http.stream;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StreamLimitsTest.Small.class)
class StreamLimitsTest {

  public static final class Small implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "prepgraph.limits.streams.total", "5",
          "prepgraph.limits.streams.per-address", "3",
          "prepgraph.limits.streams.per-user", "2",
          "prepgraph.limits.streams.operations", "2",
          "prepgraph.limits.streams.init-time", "2s",
          "prepgraph.limits.streams.keep-alive", "1s");
    }
  }

  @Inject StreamRegistry registry;

  private final List<GraphQLSocket> open = new ArrayList<>();

  private GraphQLSocket of(User user) {
    var socket = GraphQLSocket.of(user);
    open.add(socket);
    return socket;
  }

  private void closeAll() {
    open.forEach(GraphQLSocket::close);
    await().until(() -> registry.callers() == 0);
  }

  private static void assertRejected(int status) {
    assertThatThrownBy(GraphQLSocket::open)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> {
              assertThat(e.getResponse().statusCode()).isEqualTo(status);
              assertThat(e.getResponse().headers().firstValue("Retry-After")).isPresent();
            });
  }

  @Test
  void limitsTheStreamsOfAUserAndInTotal() {
    User user = User.unknown();
    of(user);
    of(user);
    try (var third = GraphQLSocket.open()) {
      third.send("connection_init", null, Map.of("Authorization", "Bearer " + user.token()));
      assertThat(third.closed()).startsWith("1013 ");
    }
    user.request()
        .contentType("application/json")
        .accept("text/event-stream")
        .body(Map.of("query", "{ viewer { id } }"))
        .post("/graphql")
        .then()
        .statusCode(429);
    User other = User.unknown();
    of(other);
    of(other);
    of(User.unknown());
    assertRejected(503);
    closeAll();
  }

  @Test
  void limitsTheStreamsOfAnAddress() {
    for (int i = 0; i < 3; i++) {
      var socket = GraphQLSocket.open();
      socket.send("connection_init", null, null);
      open.add(socket.acknowledged());
    }
    assertRejected(429);
    closeAll();
  }

  @Test
  void limitsTheOperationsOfASocket() {
    var socket = of(User.unknown()).subscribeViewer();
    socket.subscribe("2", "subscription { catalogueChanged { revision } }");
    assertThat(socket.next().get("type").asText()).isEqualTo("next");
    socket.subscribe("3", "{ catalogue { revision } }");
    assertThat(socket.next().at("/payload/0/extensions/code").asText()).isEqualTo("RATE_LIMITED");
    socket.send("complete", "2", null);
    socket.subscribe("3", "{ catalogue { revision } }");
    assertThat(socket.next().get("type").asText()).isEqualTo("next");
    closeAll();
  }

  @Test
  void closesSocketsThatAreNotInitialised() {
    try (var socket = GraphQLSocket.open()) {
      assertThat(socket.closed()).isEqualTo("4408 Connection initialisation timeout");
    }
  }

  /** Java's client answers pings by itself; this one reads, but answers nothing. */
  @Test
  void disconnectsSilentClients() throws Exception {
    try (var tcp = new Socket("localhost", RestAssured.port)) {
      tcp.setSoTimeout(60_000);
      tcp.getOutputStream()
          .write(
              """
              GET /graphql HTTP/1.1\r
              Host: localhost\r
              Connection: Upgrade\r
              Upgrade: websocket\r
              Sec-WebSocket-Version: 13\r
              Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
              Sec-WebSocket-Protocol: graphql-transport-ws\r
              \r
              """
                  .getBytes(StandardCharsets.US_ASCII));
      // An init, masked with zeros.
      byte[] init = "{\"type\":\"connection_init\"}".getBytes(StandardCharsets.US_ASCII);
      tcp.getOutputStream()
          .write(new byte[] {(byte) 0x81, (byte) (0x80 + init.length), 0, 0, 0, 0});
      tcp.getOutputStream().write(init);
      InputStream in = tcp.getInputStream();
      while (in.read() >= 0) {
        // until the end
      }
    }
    await().until(() -> registry.callers() == 0);
  }

  @Test
  void keepsClientsThatAnswerPings() {
    var socket = of(User.unknown()).subscribeViewer();
    await().during(Duration.ofSeconds(5)).until(socket::isOpen);
    closeAll();
  }
}
