package dev.prepgraph.partner;

import dev.prepgraph.common.background.Outage;
import dev.prepgraph.common.background.RepeatedWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
  private final RepeatedWork work;
  private final Outage outage =
      new Outage(LOG, "Partners are refused", "Partners are served again");

  PartnerWatcher(DataSource dataSource, PartnerDirectory directory, PartnerConfig config) {
    this.dataSource = dataSource;
    this.directory = directory;
    this.work = new RepeatedWork("partner-watcher", config::pollInterval, outage);
  }

  /** Commands serve nobody. */
  void start(
      @Observes StartupEvent start,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    if (serves) {
      // The directory refuses partners until a poll succeeds.
      work.start(
          () -> {
            poll();
            outage.recovered();
          });
    }
  }

  void stop(@Observes ShutdownEvent shutdown) {
    work.stop();
  }

  /** Whether the last poll failed. */
  boolean hasFailed() {
    return outage.isLasting();
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
}
