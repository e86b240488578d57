package dev.prepgraph.catalogue;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Tells when something was published, by this process or any other: at once where the database's
 * notifications arrive, else (behind a pooler that shares connections) with the next poll.
 */
@ApplicationScoped
class CatalogueWatcher {

  private static final Logger LOG = Logger.getLogger(CatalogueWatcher.class);

  private final DataSource dataSource;
  private final int pollMillis;
  private final CountDownLatch stopped = new CountDownLatch(1);

  CatalogueWatcher(DataSource dataSource, CatalogueConfig config) {
    this.dataSource = dataSource;
    this.pollMillis = Math.toIntExact(config.pollInterval().toMillis());
  }

  /**
   * Begins to watch.
   *
   * @param onRevision is given the newest revision, whenever it was looked up
   */
  void start(IntConsumer onRevision) {
    Thread thread = new Thread(() -> run(onRevision), "catalogue-watcher");
    thread.setDaemon(true);
    thread.start();
  }

  /** Before the database's connections are closed. */
  void stop(@Observes ShutdownEvent shutdown) {
    stopped.countDown();
  }

  private void run(IntConsumer onRevision) {
    boolean wasWell = true;
    do {
      try (Connection connection = dataSource.getConnection()) {
        watch(connection, onRevision);
        wasWell = true;
      } catch (SQLException | RuntimeException e) {
        if (wasWell && stopped.getCount() > 0) {
          LOG.warnf(
              "New publications are not seen until the database can be reached: %s",
              e.getMessage());
        }
        wasWell = false;
      }
    } while (!waitForStop());
  }

  private void watch(Connection connection, IntConsumer onRevision) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen catalogue");
      PGConnection notified = connection.unwrap(PGConnection.class);
      while (stopped.getCount() > 0) {
        try (var result =
            statement.executeQuery(
                "select coalesce(max(revision), 0) from catalogue.publication")) {
          result.next();
          onRevision.accept(result.getInt(1));
        }
        notified.getNotifications(pollMillis);
      }
      statement.execute("unlisten catalogue");
    }
  }

  private boolean waitForStop() {
    try {
      return stopped.await(pollMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
