package dev.prepgraph.partner;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the {@link PartnerDirectory} current by frequent polls, which also work behind a pooler and
 * hold no connection in between.
 */
@ApplicationScoped
public class PartnerWatcher {

  private static final Logger LOG = Logger.getLogger(PartnerWatcher.class);

  /** Both only grow: partners are not deleted, and each change of one increments its revision. */
  private static final String FINGERPRINT =
      "select count(*) || ' ' || coalesce(sum(revision), 0) from partner.partner";

  private final DataSource dataSource;
  private final PartnerDirectory directory;
  private final long pollMillis;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private boolean failing;

  PartnerWatcher(DataSource dataSource, PartnerDirectory directory, PartnerConfig config) {
    this.dataSource = dataSource;
    this.directory = directory;
    this.pollMillis = config.pollInterval().toMillis();
  }

  /** Commands serve nobody. */
  void start(
      @Observes StartupEvent start,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    if (serves) {
      Thread thread = new Thread(this::run, "partner-watcher");
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent shutdown) {
    stopped.countDown();
  }

  private void run() {
    do {
      try {
        poll();
        recovered();
      } catch (Throwable e) {
        // Errors too: the directory refuses partners until a poll succeeds.
        failed(e);
      }
    } while (!waitForStop());
  }

  /** Makes a committed change known to this replica at once; the next poll repeats a failure. */
  public void refresh() {
    try {
      poll();
    } catch (SQLException | RuntimeException e) {
      LOG.debugf("A change of partners is in force after the next poll: %s", e.getMessage());
    }
  }

  /** Makes all committed changes known to this replica. */
  void poll() throws SQLException {
    long at = System.nanoTime();
    directory.confirm(fingerprint(), at);
  }

  private String fingerprint() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(FINGERPRINT)) {
      row.next();
      return row.getString(1);
    }
  }

  private void recovered() {
    if (failing) {
      LOG.info("Partners are served again");
    }
    failing = false;
  }

  /** Logs the first failure of each outage. */
  private void failed(Throwable failure) {
    if (failing || stopped.getCount() == 0) {
      return;
    }
    failing = true;
    if (failure instanceof SQLException) {
      LOG.warnf("Partners are refused until the database is reachable: %s", failure.getMessage());
    } else {
      LOG.error("Partners are refused", failure);
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
