package dev.prepgraph.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.Awaiting;
import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.execution.stream.CurrentEvent;
import dev.prepgraph.http.OperationExecution;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamExecutionTest {

  @Inject StreamExecution streams;
  @Inject OperationExecution executions;
  @Inject CurrentEvent currentEvent;
  @Inject ExecutorService workers;
  @Inject Vertx vertx;

  /** As the first operations of a socket, which arrive together on its context. */
  @Test
  void operationsAtOnceHaveRequestScopesOfTheirOwn() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    Context socket = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    List<CompletableFuture<Object>> found =
        Stream.of("one", "two").map(event -> new CompletableFuture<>()).toList();

    socket.runOnContext(
        now -> {
          for (int i = 0; i < 2; i++) {
            int event = i;
            workers.execute(() -> found.get(event).complete(inScope(event, barrier)));
          }
        });

    for (int i = 0; i < 2; i++) {
      assertThat(found.get(i).get(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(i);
    }
  }

  /** The event of this operation, after that of the other was set. */
  private Object inScope(int event, CyclicBarrier barrier) {
    Object[] found = new Object[1];
    streams.run(
        new Cancellation(),
        () ->
            executions.as(
                new OperationExecution.Caller(null, null),
                () -> {
                  try {
                    currentEvent.set(event);
                    barrier.await(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS);
                    found[0] =
                        currentEvent.as(Integer.class).toUni().await().atMost(Awaiting.DEADLINE);
                    return barrier.await(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }));
    return found[0];
  }
}
