package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.TestNodes;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcurrencyTest {

  private static final int REQUESTS = 16;

  /** SmallRye's route executes about two blocking resolvers at a time. */
  @Test
  void executesBlockingRequestsConcurrently() throws Exception {
    var inside = new CyclicBarrier(REQUESTS);
    var clients = Executors.newFixedThreadPool(REQUESTS);
    try {
      List<Future<Object>> answers = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        String id = TestNodes.id(() -> await(inside));
        answers.add(
            clients.submit(() -> GraphQL.send(TestNodes.QUERY, Map.of("id", id)).get("errors")));
      }
      for (Future<Object> answer : answers) {
        assertThat(answer.get()).isNull();
      }
    } finally {
      clients.shutdown();
    }
  }

  /** The request timeout ends the wait when not all requests come in. */
  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
