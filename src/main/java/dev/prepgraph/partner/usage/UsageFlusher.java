package dev.prepgraph.partner.usage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Stores the counts regularly and at shutdown, and purges old ones. */
@ApplicationScoped
class UsageFlusher {

  private static final Logger LOG = Logger.getLogger(UsageFlusher.class);

  private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

  private final UsageCounter counter;
  private final UsageStore store;
  private final Clock clock;
  private final long flushMillis;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean failing;

  UsageFlusher(UsageCounter counter, UsageStore store, Clock clock, UsageConfig config) {
    this.counter = counter;
    this.store = store;
    this.clock = clock;
    this.flushMillis = config.flushInterval().toMillis();
  }

  /** Commands serve nobody. */
  void start(
      @Observes StartupEvent start,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    if (serves) {
      Thread thread = new Thread(this::run, "usage-flusher");
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent shutdown) {
    stopped.countDown();
    flush();
  }

  private void run() {
    long purged = System.nanoTime();
    while (!waitForStop()) {
      flush();
      if (System.nanoTime() - purged > PURGE_INTERVAL.toNanos()) {
        purged = System.nanoTime();
        purge();
      }
    }
  }

  /** Stores all counts; keeps them for the next time if that fails. */
  synchronized void flush() {
    Map<UsageCounter.Key, Long> counts = counter.drain();
    if (counts.isEmpty()) {
      return;
    }
    try {
      store.add(counts);
      failing = false;
    } catch (SQLException | RuntimeException | Error e) {
      counter.putBack(counts);
      failed(e);
    }
  }

  void purge() {
    try {
      store.purge(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    } catch (SQLException | RuntimeException | Error e) {
      failed(e);
    }
  }

  /** Logs the first failure of each outage. */
  private void failed(Throwable failure) {
    if (!failing) {
      failing = true;
      LOG.warnf("The usage of partners is not stored at the moment: %s", failure);
    }
  }

  private boolean waitForStop() {
    try {
      return stopped.await(flushMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
