package dev.prepgraph.http.stream;

import static dev.prepgraph.Awaiting.DEADLINE;
import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.Stub;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketSessionTest {

  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private final List<String> closes = new CopyOnWriteArrayList<>();
  private SocketSession session;

  @BeforeEach
  void create() throws Exception {
    StreamConfig config = Stub.of(StreamConfig.class, (proxy, method, arguments) -> DEADLINE);
    var route = new WebSocketRoute(null, null, config, null, Clock.systemUTC());
    RoutingContext http = Stub.of(RoutingContext.class, (proxy, method, arguments) -> vertx);
    run(() -> session = new SocketSession(route, http)).get(1, TimeUnit.MINUTES);
  }

  @AfterEach
  void close() {
    vertx.close();
  }

  private CompletableFuture<Void> run(Runnable action) {
    return CompletableFuture.runAsync(action, command -> loop.runOnContext(now -> command.run()));
  }

  private void start() {
    session.start(
        Stub.of(
            ServerWebSocket.class,
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                closes.add(arguments[0] + " " + (arguments.length > 1 ? arguments[1] : ""));
              }
              return null;
            }),
        null);
  }

  @Test
  void aShutdownBeforeTheStartClosesTheSocket() throws Exception {
    session.shutdown();
    run(this::start).get(1, TimeUnit.MINUTES);

    await().until(() -> closes.equals(List.of("1001 The service restarts")));
  }

  /** It changes nothing while the start runs, which could overlook that. */
  @Test
  void aShutdownDuringTheStartClosesTheSocket() throws Exception {
    CompletableFuture<Void> shutdown = new CompletableFuture<>();
    CompletableFuture<Void> started =
        run(
            () -> {
              shutdown.join();
              start();
              assertThat(closes).isEmpty();
            });
    session.shutdown();
    shutdown.complete(null);
    started.get(1, TimeUnit.MINUTES);

    await().until(() -> closes.equals(List.of("1001 The service restarts")));
  }

  private SocketResults operation() {
    var results = new SocketResults(session, "1", () -> {});
    session.operations.put("1", new Operation(null, null, null, results));
    return results;
  }

  /** The first operation ends while its client completes it and uses its id again. */
  @Test
  void aLateEndLeavesTheNextOperationOfTheId() {
    SocketResults first = operation();
    SocketResults second = operation();

    assertThat(session.finished(first)).isFalse();
    assertThat(session.operations).containsKey("1");

    assertThat(session.finished(second)).isTrue();
    assertThat(session.finished(second)).isFalse();
    assertThat(session.operations).isEmpty();
  }
}
