package dev.prepgraph.execution;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.http.OperationQueue;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** An error of the JVM is answered; what leaves it in no known state ends the process then. */
@QuarkusTest
class FatalErrorsTest {

  private static final char FAILING = 'E';

  /** Objects whose lookup fails as the test says. */
  @ApplicationScoped
  static class FailingNodes implements NodeLoader {

    static volatile Error error;

    @Override
    public char kind() {
      return FAILING;
    }

    @Override
    public Map<UUID, Node> load(Collection<UUID> keys) {
      throw error;
    }
  }

  @Inject OperationQueue queue;

  private int haltsAfter(Error error) {
    IntConsumer real = FatalErrors.halt;
    var halts = new AtomicInteger();
    FatalErrors.halt = code -> halts.incrementAndGet();
    try {
      FailingNodes.error = error;
      assertThat(
              GraphQL.send(
                      "query ($id: ID!) { node(id: $id) { id } }",
                      Map.of("id", NodeId.of(FAILING, UUID.randomUUID())))
                  .getString("errors[0].extensions.code"))
          .isEqualTo("INTERNAL");
      await().until(() -> queue.callers() == 0);
      if (error instanceof OutOfMemoryError) {
        await().until(() -> halts.get() > 0);
      }
      return halts.get();
    } finally {
      FatalErrors.halt = real;
    }
  }

  @Test
  void answersAndGoesOnAfterWhatLeavesTheProcessAsItWas() {
    assertThat(haltsAfter(new StackOverflowError())).isZero();
    assertThat(haltsAfter(new NoClassDefFoundError())).isZero();
    assertThat(haltsAfter(new AssertionError())).isZero();
  }

  @Test
  void answersAndEndsTheProcessAfterTheHeapWasExhausted() {
    assertThat(haltsAfter(new OutOfMemoryError())).isPositive();
  }
}
