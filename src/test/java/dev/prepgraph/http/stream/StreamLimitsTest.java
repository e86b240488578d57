package dev.prepgraph.http.stream;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.User;
import dev.prepgraph.common.limits.MemoryBudget;
import dev.prepgraph.execution.ResponseMemory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StreamLimitsTest.Small.class)
class StreamLimitsTest {

  public static final class Small implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "prepgraph.limits.memory", "4M",
          "prepgraph.limits.streams.total", "5",
          "prepgraph.limits.streams.per-address", "3",
          "prepgraph.limits.streams.per-user", "2",
          "prepgraph.limits.streams.operations", "2",
          "prepgraph.limits.streams.init-time", "2s",
          "prepgraph.limits.streams.keep-alive", "1s");
    }
  }

  @Inject StreamRegistry registry;
  @Inject ResponseMemory memory;

  private final List<GraphQLSocket> open = new ArrayList<>();

  private GraphQLSocket of(User user) {
    var socket = GraphQLSocket.of(user);
    open.add(socket);
    return socket;
  }

  @AfterEach
  void closeAll() {
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
  }

  @Test
  void limitsTheStreamsOfAnAddress() {
    for (int i = 0; i < 3; i++) {
      var socket = GraphQLSocket.open();
      socket.send("connection_init", null, null);
      open.add(socket.acknowledged());
    }
    assertRejected(429);
  }

  @Test
  void limitsTheOperationsOfASocket() {
    var socket = of(User.unknown()).subscribeViewer();
    socket.subscribe("2", "subscription { catalogueChanged { revision } }");
    assertThat(socket.next("2").get("type").asText()).isEqualTo("next");
    socket.subscribe("3", "{ catalogue { revision } }");
    assertThat(socket.next("3").at("/payload/0/extensions/code").asText())
        .isEqualTo("RATE_LIMITED");
    socket.send("complete", "2", null);
    socket.subscribe("3", "{ catalogue { revision } }");
    assertThat(socket.next("3").get("type").asText()).isEqualTo("next");
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
    try (var socket = new RawSocket()) {
      socket.readAll();
    }
    await().until(() -> registry.callers() == 0);
  }

  /** Vert.x answers pings by itself. */
  @Test
  void disconnectsClientsThatFloodWithPings() throws Exception {
    var flood = new ByteArrayOutputStream();
    for (int i = 0; i < 1_000; i++) {
      flood.writeBytes(RawSocket.frame(RawSocket.PING, "x".repeat(100)));
    }
    try (var socket = new RawSocket()) {
      socket.write(flood.toByteArray());
      assertThat(socket.readAll().getOrDefault(RawSocket.PONG, 0)).isLessThan(500);
    }
    await().until(() -> registry.callers() == 0);
  }

  /** The first event stands for the one that could not be executed. */
  @Test
  void executesAnEventAgainAfterAnOverload() {
    var socket = of(User.unknown());
    memory.call(
        false,
        () -> {
          MemoryBudget.charge(memory.max());
          socket.subscribe("viewer", GraphQLSocket.VIEWER);
          await().during(Duration.ofSeconds(2)).until(() -> !socket.hasMessage());
          return null;
        });
    assertThat(socket.event().get("kind").asText()).isEqualTo("RESYNC");
  }

  @Test
  void keepsClientsThatAnswerPings() {
    var socket = of(User.unknown()).subscribeViewer();
    await().during(Duration.ofSeconds(5)).until(socket::isOpen);
  }
}
