package dev.prepgraph.execution;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.TestNodes;
import dev.prepgraph.http.OperationQueue;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** An error of the JVM has a response; a fatal one ends the process afterwards. */
@QuarkusTest
class FatalErrorsTest {

  @Inject OperationQueue queue;

  private int haltsAfter(Error error) {
    IntConsumer real = FatalErrors.halt;
    var halts = new AtomicInteger();
    FatalErrors.halt = code -> halts.incrementAndGet();
    try {
      assertThat(
              GraphQL.send(TestNodes.QUERY, Map.of("id", TestNodes.failing(error)))
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
  void continuesAfterErrorsThatAreNotFatal() {
    assertThat(haltsAfter(new StackOverflowError())).isZero();
    assertThat(haltsAfter(new NoClassDefFoundError())).isZero();
    assertThat(haltsAfter(new AssertionError())).isZero();
  }

  @Test
  void endsTheProcessAfterTheHeapWasExhausted() {
    assertThat(haltsAfter(new OutOfMemoryError())).isPositive();
  }
}
