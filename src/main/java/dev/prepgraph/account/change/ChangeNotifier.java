package dev.prepgraph.account.change;

import dev.prepgraph.common.background.Outage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Notifies all replicas of committed changes, many in one statement. Not in the transactions of the
 * changes: PostgreSQL commits transactions that notify one after the other, each with its disk
 * flush, which allows a tenth of the writes.
 */
@ApplicationScoped
public class ChangeNotifier {

  private static final Logger LOG = Logger.getLogger(ChangeNotifier.class);

  private static final int MAX_BATCH = 1_000;
  private static final long RETRY_MILLIS = 1_000;
  private static final Duration FLUSH_TIMEOUT = Duration.ofSeconds(2);

  /** The commit waits for no disk: notifications do not survive a crash anyway. */
  private static final String NOTIFY =
      "select set_config('synchronous_commit', 'off', true), pg_notify('"
          + Notification.CHANNEL
          + "', change) from unnest(?::text[]) change";

  private final DataSource dataSource;
  private final ExecutorService workers;
  private final WaitingNotifications waiting = new WaitingNotifications();
  private final Outage outage =
      new Outage(
          LOG,
          "Other replicas are not notified of changes",
          "Other replicas are notified of changes again");
  private boolean sending;

  ChangeNotifier(DataSource dataSource, ExecutorService workers) {
    this.dataSource = dataSource;
    this.workers = workers;
  }

  /** Notifies of changes that are, or may be, committed; does not wait. */
  public void changed(UUID account, List<AccountChange> changes) {
    changes.forEach(change -> add(new Notification(account, change)));
    send();
  }

  /** Ends the streams of an erased account. */
  public void erased(UUID account) {
    add(new Notification(account, null));
    send();
  }

  /** Replaces what a replica that crashed has not sent; commands serve nobody. */
  void start(
      @Observes StartupEvent start,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    if (serves) {
      add(Notification.ALL);
      send();
    }
  }

  /** Sends what waits, for a short time. */
  synchronized void flush(@Observes ShutdownEvent shutdown) throws InterruptedException {
    long deadline = System.nanoTime() + FLUSH_TIMEOUT.toNanos();
    long left = FLUSH_TIMEOUT.toMillis();
    while (sending && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
  }

  private synchronized void add(Notification notification) {
    waiting.add(notification);
  }

  private void send() {
    synchronized (this) {
      if (sending || waiting.isEmpty()) {
        return;
      }
      sending = true;
    }
    try {
      workers.execute(this::sendAll);
    } catch (RejectedExecutionException e) {
      retry();
    }
  }

  private void sendAll() {
    for (List<Notification> batch = next(); !batch.isEmpty(); batch = next()) {
      try {
        send(batch.stream().map(Notification::print).toList());
        outage.recovered();
      } catch (SQLException | RuntimeException | Error e) {
        synchronized (this) {
          waiting.putBack(batch);
        }
        outage.failed(e);
        retry();
        return;
      }
    }
  }

  /** Empty, and the end of sending, when none waits. */
  private synchronized List<Notification> next() {
    List<Notification> batch = waiting.poll(MAX_BATCH);
    sending = !batch.isEmpty();
    notifyAll();
    return batch;
  }

  private void retry() {
    CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              synchronized (this) {
                sending = false;
              }
              send();
            });
  }

  private void send(List<String> batch) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
      statement.setArray(1, connection.createArrayOf("text", batch.toArray()));
      statement.execute();
    }
  }

  /** Sends a notification on a connection of the pool. */
  void probe(String text) throws SQLException {
    send(List.of(text));
  }
}
