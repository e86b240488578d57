package dev.prepgraph.account.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Notifies all replicas of committed changes, many in one statement. Not in the transactions of the
 * changes: PostgreSQL commits transactions that notify one after the other, each with its disk
 * flush, which allows a tenth of the writes.
 */
@ApplicationScoped
public class ChangeNotifier {

  private static final Logger LOG = Logger.getLogger(ChangeNotifier.class);

  /** Of the waiting notifications; beyond, one for all accounts replaces them. */
  private static final int MAX_WAITING = 10_000;

  private static final int MAX_BATCH = 1_000;
  private static final long RETRY_MILLIS = 1_000;

  /** The commit waits for no disk: notifications do not survive a crash anyway. */
  private static final String NOTIFY =
      "select set_config('synchronous_commit', 'off', true), pg_notify('"
          + Notification.CHANNEL
          + "', change) from unnest(?::text[]) change";

  private final DataSource dataSource;
  private final ExecutorService workers;
  private final List<String> waiting = new ArrayList<>();
  private boolean sending;
  private boolean failing;

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

  private synchronized void add(Notification notification) {
    if (waiting.size() >= MAX_WAITING) {
      waiting.clear();
      waiting.add(Notification.ALL.print());
    }
    waiting.add(notification.print());
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
    for (List<String> batch = next(); !batch.isEmpty(); batch = next()) {
      try {
        send(batch);
        failing = false;
      } catch (SQLException e) {
        synchronized (this) {
          waiting.clear();
          waiting.add(Notification.ALL.print());
        }
        if (!failing) {
          failing = true;
          LOG.warnf("Other replicas are not notified of changes at the moment: %s", e.getMessage());
        }
        retry();
        return;
      }
    }
  }

  /** Empty, and the end of sending, when none waits. */
  private synchronized List<String> next() {
    List<String> some = waiting.subList(0, Math.min(MAX_BATCH, waiting.size()));
    List<String> batch = List.copyOf(some);
    some.clear();
    sending = !batch.isEmpty();
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
