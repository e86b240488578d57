package dev.prepgraph.partner.usage;

import static dev.prepgraph.Awaiting.DEADLINE;
import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.prepgraph.Stub;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageFlusherTest {

  private final AtomicInteger attempts = new AtomicInteger();
  private final CountDownLatch down = new CountDownLatch(1);
  private final UsageCounter counter = new UsageCounter(null, Clock.systemUTC());

  @AfterEach
  void recover() {
    down.countDown();
  }

  /**
   * @param hangs whether it does not respond, instead of an error
   */
  private UsageFlusher flusher(boolean hangs) {
    DataSource database =
        Stub.of(
            DataSource.class,
            (proxy, method, arguments) -> {
              attempts.incrementAndGet();
              while (hangs && down.getCount() > 0) {
                awaitUninterrupted();
              }
              throw new SQLException("gone");
            });
    return new UsageFlusher(
        counter, new UsageStore(database), Clock.systemUTC(), () -> Duration.ofHours(1));
  }

  /** As a read from a socket. */
  private void awaitUninterrupted() {
    try {
      down.await();
    } catch (InterruptedException e) {
      // Goes on.
    }
  }

  private void count() {
    var document = new DocumentUsage("query node", Set.of(), Set.of());
    counter.repeated(
        UUID.randomUUID(), "caller", new UsageSample(document, Set.of(), Set.of(), Set.of()));
  }

  @Test
  void doesNotDelayTheShutdownWhileTheDatabaseHangs() {
    UsageFlusher flusher = flusher(true);
    count();
    flusher.start(new StartupEvent(), true);
    await().until(() -> attempts.get() == 1);

    assertTimeoutPreemptively(DEADLINE, () -> flusher.stop(new ShutdownEvent()));
    assertThat(down.getCount()).isEqualTo(1);
  }

  @Test
  void storesTheLastCountsAtTheShutdown() {
    UsageFlusher flusher = flusher(false);
    flusher.start(new StartupEvent(), true);
    count();

    flusher.stop(new ShutdownEvent());

    assertThat(attempts.get()).isPositive();
    assertThat(counter.drain()).hasSize(1);
  }
}
