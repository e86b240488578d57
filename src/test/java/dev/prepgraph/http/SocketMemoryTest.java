package dev.prepgraph.http;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.TestNodes;
import dev.prepgraph.User;
import dev.prepgraph.http.stream.GraphQLSocket;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The messages of operations count as memory until they are executed. */
@QuarkusTest
@TestProfile(ImpatientProfile.class)
class SocketMemoryTest {

  private static final String LONG = " ".repeat(50_000);

  @Inject HttpMemory memory;
  @Inject OperationQueue queue;

  private final Phaser gate = new Phaser(1);

  @AfterEach
  void awaitIdle() {
    gate.arrive();
    await().until(() -> queue.callers() == 0);
  }

  /** As many operations as run at once, which last until the gate opens. */
  private void occupy(GraphQLSocket socket) {
    for (int i = 0; i < ImpatientProfile.RUNNING; i++) {
      String id = TestNodes.id(() -> gate.awaitAdvance(0));
      socket.subscribe("running " + i, "{ node(id: \"" + id + "\") { id } }");
    }
  }

  private static void subscribe(GraphQLSocket socket, String id) {
    socket.send(
        "subscribe",
        id,
        Map.of("query", "{ catalogue { revision } }", "extensions", Map.of("padding", LONG)));
  }

  @Test
  void countsWaitingOperations() {
    try (GraphQLSocket socket = GraphQLSocket.of(User.unknown())) {
      occupy(socket);
      for (int i = 0; i < ImpatientProfile.WAITING; i++) {
        subscribe(socket, "waiting " + i);
      }
      await().until(() -> memory.used() > ImpatientProfile.WAITING * 4L * LONG.length());
      gate.arrive();
      assertThat(socket.next("waiting 0").at("/payload/data/catalogue").isObject()).isTrue();
      await().until(() -> memory.used() == 0);
    }
  }

  @Test
  void releasesWhatItsClientCompletes() {
    try (GraphQLSocket socket = GraphQLSocket.of(User.unknown())) {
      occupy(socket);
      subscribe(socket, "waiting");
      await().until(() -> memory.used() > 4L * LONG.length());
      socket.send("complete", "waiting", null);
      await().until(() -> memory.used() < 4L * LONG.length());
      subscribe(socket, "waiting");
      await().until(() -> memory.used() > 4L * LONG.length());
    }
    // The end of the socket withdraws it, while others still run.
    await().until(() -> memory.used() < 4L * LONG.length());
  }

  /** The longest of a full queue is rejected. */
  @Test
  void releasesWhatIsRejected() {
    try (GraphQLSocket socket = GraphQLSocket.of(User.unknown())) {
      occupy(socket);
      for (int i = 0; i <= ImpatientProfile.WAITING; i++) {
        subscribe(socket, "waiting " + i);
      }
      String rejected = "waiting " + ImpatientProfile.WAITING;
      assertThat(socket.next(rejected).at("/payload/0/extensions/code").asText())
          .isEqualTo("RATE_LIMITED");
      await().until(() -> memory.used() < (ImpatientProfile.WAITING + 1) * 4L * LONG.length());
    }
  }

  @Test
  void rejectsWhatDoesNotFit() {
    long half = 2 << 20; // of prepgraph.limits.memory
    HttpMemory.Share others = memory.request(half / 4 - 20_000, () -> {});
    try (GraphQLSocket socket = GraphQLSocket.of(User.unknown())) {
      others.pin(half / 4 - 20_000);
      subscribe(socket, "long");
      assertThat(socket.next("long").at("/payload/0/extensions/code").asText())
          .isEqualTo("UNAVAILABLE");
      socket.subscribe("short", "{ catalogue { revision } }");
      assertThat(socket.next("short").at("/payload/data/catalogue").isObject()).isTrue();
    } finally {
      others.release();
    }
  }
}
