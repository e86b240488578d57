package dev.prepgraph.partner.usage;

import dev.prepgraph.common.background.Outage;
import dev.prepgraph.common.background.RepeatedWork;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Stores the counts regularly and at shutdown, and purges old ones. */
@ApplicationScoped
class UsageFlusher {

  private static final Logger LOG = Logger.getLogger(UsageFlusher.class);

  private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

  /** A database that does not respond must not delay the shutdown longer. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final UsageCounter counter;
  private final UsageStore store;
  private final Clock clock;
  private final RepeatedWork work;
  private final Outage outage =
      new Outage(LOG, "The usage of partners is not stored", "It is stored again");
  private final Outage purgeOutage =
      new Outage(LOG, "Old usage of partners is not deleted", "It is deleted again");
  private long purged = System.nanoTime();

  UsageFlusher(UsageCounter counter, UsageStore store, Clock clock, UsageConfig config) {
    this.counter = counter;
    this.store = store;
    this.clock = clock;
    this.work = new RepeatedWork("usage-flusher", config::flushInterval, purgeOutage);
  }

  /** Commands serve nobody. */
  void start(
      @Observes StartupEvent start,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    if (serves) {
      work.start(this::flushAndPurge, this::flush);
    }
  }

  void stop(@Observes ShutdownEvent shutdown) {
    work.stop(STOP_TIMEOUT);
  }

  private void flushAndPurge() throws SQLException {
    flush();
    if (System.nanoTime() - purged > PURGE_INTERVAL.toNanos()) {
      purged = System.nanoTime();
      purge();
      purgeOutage.recovered();
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
      outage.recovered();
    } catch (SQLException | RuntimeException | Error e) {
      counter.putBack(counts);
      outage.failed(e);
    }
  }

  void purge() throws SQLException {
    store.purge(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
