package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcurrencyTest {

  private static final int REQUESTS = 16;
  private static final char WAITING = 'W';

  /**
   * Objects that are found only once as many requests as are sent look for them at the same time.
   */
  @ApplicationScoped
  static class WaitingNodes implements NodeLoader {

    static final CountDownLatch ALL_INSIDE = new CountDownLatch(REQUESTS);

    @Override
    public char kind() {
      return WAITING;
    }

    @Override
    public Map<UUID, Node> load(Collection<UUID> keys) {
      ALL_INSIDE.countDown();
      try {
        // When not all come in, the time limit ends the request.
        ALL_INSIDE.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return Map.of();
    }
  }

  /** The stock route lets about two resolvers wait at a time. */
  @Test
  void requestsThatWaitDoNotWaitForEachOther() throws Exception {
    var clients = Executors.newFixedThreadPool(REQUESTS);
    try {
      List<Future<Object>> answers = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        String id = NodeId.of(WAITING, UUID.randomUUID());
        answers.add(
            clients.submit(
                () ->
                    GraphQL.send("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                        .get("errors")));
      }
      for (Future<Object> answer : answers) {
        assertThat(answer.get()).isNull();
      }
    } finally {
      clients.shutdown();
    }
  }
}
