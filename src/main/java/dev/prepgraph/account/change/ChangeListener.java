package dev.prepgraph.account.change;

import dev.prepgraph.common.background.Outage;
import dev.prepgraph.common.background.RepeatedWork;
import dev.prepgraph.common.error.RequestException;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.pool.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens for the notifications of all replicas on a connection of its own, from the first
 * subscription on. After each reconnection, sends RESYNC to all subscribers, because notifications
 * may be lost.
 */
@ApplicationScoped
class ChangeListener {

  private static final Logger LOG = Logger.getLogger(ChangeListener.class);

  /** The name of the connection in pg_stat_activity. */
  static final String APPLICATION = "prepgraph-listen";

  private static final int POLL_MILLIS = 1_000;

  /** Polls without a notification before a check that the connection still works. */
  private static final int POLLS_PER_CHECK = 10;

  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration START_TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_BACK_OFF_SECONDS = 10;

  private final AgroalDataSource dataSource;
  private final ChangeNotifier notifier;
  private final ChangeConfig config;
  private final Outage outage =
      new Outage(
          LOG, "Subscriptions do not receive changes", "Subscriptions receive changes again");
  private final RepeatedWork work = new RepeatedWork("change-listener", this::nextBackOff, outage);
  private Consumer<Notification> receiver;
  private boolean listening;
  private int backOffSeconds = 1;

  ChangeListener(AgroalDataSource dataSource, ChangeNotifier notifier, ChangeConfig config) {
    this.dataSource = dataSource;
    this.notifier = notifier;
    this.config = config;
  }

  /**
   * Starts to listen, once; waits until it does. Rejects the request at once during an outage.
   *
   * @param onNotification receives all notifications, and one for all accounts after a reconnection
   */
  void start(Consumer<Notification> onNotification) {
    synchronized (this) {
      if (receiver == null) {
        receiver = onNotification;
        work.start(this::connect);
      }
      long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
      long left = START_TIMEOUT.toMillis();
      while (!listening && !outage.isLasting() && left > 0) {
        try {
          wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw RequestException.unavailable();
        }
        left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      }
      if (!listening) {
        throw RequestException.unavailable();
      }
    }
  }

  void stop(@Observes ShutdownEvent shutdown) {
    work.stop();
  }

  private void connect() {
    try (AgroalDataSource own = own();
        Connection connection = own.getConnection();
        Statement statement = connection.createStatement()) {
      PGConnection notified = connection.unwrap(PGConnection.class);
      statement.execute("listen " + Notification.CHANNEL);
      probe(notified);
      // Before others are accepted, which have missed nothing.
      receiver.accept(Notification.ALL);
      recovered();
      listen(statement, notified);
    } catch (Throwable e) {
      failed(e);
    }
  }

  private Duration nextBackOff() {
    backOffSeconds = Math.min(2 * backOffSeconds, MAX_BACK_OFF_SECONDS);
    return Duration.ofSeconds(backOffSeconds);
  }

  /** A pool of one connection with the settings of the datasource. */
  private AgroalDataSource own() {
    var pool = dataSource.getConfiguration().connectionPoolConfiguration();
    var factory =
        new AgroalConnectionFactoryConfigurationSupplier(pool.connectionFactoryConfiguration());
    factory.jdbcProperty("ApplicationName", APPLICATION);
    config.listenUrl().ifPresent(factory::jdbcUrl);
    return new DataSource(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                target -> target.maxSize(1).connectionFactoryConfiguration(factory))
            .get());
  }

  /** Checks that notifications of other connections arrive. */
  private void probe(PGConnection notified) throws SQLException {
    String probe = Notification.PROBE + UUID.randomUUID();
    notifier.probe(probe);
    long deadline = System.nanoTime() + PROBE_TIMEOUT.toNanos();
    while (System.nanoTime() < deadline) {
      for (PGNotification notification : received(notified)) {
        if (notification.getParameter().equals(probe)) {
          return;
        }
      }
    }
    throw new SQLException(
        "notifications do not arrive; prepgraph.changes.listen-url must bypass the pooler");
  }

  private void listen(Statement statement, PGConnection notified) throws SQLException {
    int silent = 0;
    while (!work.isStopped()) {
      PGNotification[] some = received(notified);
      for (PGNotification notification : some) {
        Notification parsed = Notification.parse(notification.getParameter());
        if (parsed != null) {
          receiver.accept(parsed);
        }
      }
      silent = some.length > 0 ? 0 : silent + 1;
      if (silent == POLLS_PER_CHECK) {
        silent = 0;
        statement.execute("select 1");
      }
    }
  }

  private static PGNotification[] received(PGConnection notified) throws SQLException {
    PGNotification[] some = notified.getNotifications(POLL_MILLIS);
    return some == null ? new PGNotification[0] : some;
  }

  private synchronized void recovered() {
    backOffSeconds = 1;
    outage.recovered();
    listening = true;
    notifyAll();
  }

  private synchronized void failed(Throwable failure) {
    listening = false;
    if (!work.isStopped()) {
      outage.failed(failure);
    }
    notifyAll();
  }
}
