package dev.prepgraph.catalogue.store;

import dev.prepgraph.common.background.Outage;
import dev.prepgraph.common.background.RepeatedWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Watches for publications of all processes: by notifications of the database, and by polls where a
 * pooler that shares connections drops those.
 */
@ApplicationScoped
class CatalogueWatcher {

  private static final Logger LOG = Logger.getLogger(CatalogueWatcher.class);

  private static final String NEWEST =
      "select revision, published_at from catalogue.publication order by revision desc limit 1";

  /** Longer than all timeouts of one round together: pool, connect and statement. */
  private static final Duration STUCK_AFTER = Duration.ofMinutes(2);

  private final DataSource dataSource;
  private final int pollMillis;
  private final long stuckNanos;
  private final RepeatedWork work;
  private final Outage outage =
      new Outage(LOG, "New publications are not detected", "The catalogue watcher works again");

  private volatile long lastRound;
  private volatile long lastConfirmed;
  private volatile boolean confirmed;

  @Inject
  CatalogueWatcher(DataSource dataSource, CatalogueConfig config, MeterRegistry metrics) {
    this(dataSource, config.pollInterval(), STUCK_AFTER);
    TimeGauge.builder(
            "catalogue.staleness", this, TimeUnit.NANOSECONDS, CatalogueWatcher::staleNanos)
        .description("Time since the served publication was last confirmed to be the newest.")
        .register(metrics);
  }

  CatalogueWatcher(DataSource dataSource, Duration pollInterval, Duration stuckAfter) {
    this.dataSource = dataSource;
    this.pollMillis = Math.toIntExact(pollInterval.toMillis());
    this.stuckNanos = stuckAfter.toNanos();
    this.work = new RepeatedWork("catalogue-watcher", () -> pollInterval, outage);
  }

  /** Starts the watch; every lookup passes the newest {@linkplain Snapshot#version version}. */
  public void start(Consumer<String> onVersion) {
    lastRound = System.nanoTime();
    work.start(() -> watch(onVersion));
  }

  void stop(@Observes ShutdownEvent shutdown) {
    work.stop();
  }

  /** False after the thread died or hangs; it survives an outage of the database. */
  boolean isAlive() {
    return !work.isStarted()
        || work.isStopped()
        || work.isRunning() && System.nanoTime() - lastRound < stuckNanos;
  }

  /** NaN before the first lookup. */
  private double staleNanos() {
    return confirmed ? System.nanoTime() - lastConfirmed : Double.NaN;
  }

  /** After a failure, the service continues with the last known publication. */
  private void watch(Consumer<String> onVersion) throws SQLException {
    lastRound = System.nanoTime();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      watch(statement, connection.unwrap(PGConnection.class), onVersion);
    }
  }

  private void watch(Statement statement, PGConnection notified, Consumer<String> onVersion)
      throws SQLException {
    try {
      statement.execute("listen catalogue");
      while (!work.isStopped()) {
        onVersion.accept(newest(statement));
        confirmed();
        notified.getNotifications(pollMillis);
      }
    } finally {
      unlisten(statement);
    }
  }

  /** The connection returns to the pool. */
  private static void unlisten(Statement statement) {
    try {
      statement.execute("unlisten *");
    } catch (SQLException e) {
      LOG.debugf("unlisten failed on a broken connection: %s", e.getMessage());
    }
  }

  private static String newest(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(NEWEST)) {
      return row.next()
          ? Snapshot.version(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant())
          : Snapshot.version(0, null);
    }
  }

  private void confirmed() {
    long now = System.nanoTime();
    lastRound = now;
    lastConfirmed = now;
    confirmed = true;
    outage.recovered();
  }
}
