package dev.prepgraph.catalogue.store;

import dev.prepgraph.common.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Reads the catalogue: on a streaming standby, where one is configured and has the publication that
 * is served, else on the primary. What a standby cannot answer is asked again on the primary, and
 * then nothing else for a while.
 */
@ApplicationScoped
public class CatalogueDatabase {

  private static final Logger LOG = Logger.getLogger(CatalogueDatabase.class);
  private static final String REVISION =
      "select coalesce(max(revision), 0) from catalogue.publication";

  private final SessionFactory sessions;
  private final InjectableInstance<AgroalDataSource> standby;
  private final boolean hasStandby;
  private final long retryNanos;

  /** When one read may try a standby that is away. */
  private final AtomicLong retryAt = new AtomicLong();

  private volatile boolean away;
  private volatile int wanted;

  public CatalogueDatabase(
      SessionFactory sessions,
      @DataSource("standby") InjectableInstance<AgroalDataSource> standby,
      CatalogueConfig config) {
    this.sessions = sessions;
    this.standby = standby;
    this.hasStandby = standby.isResolvable() && standby.getHandle().getBean().isActive();
    this.retryNanos = config.standbyRetry().toNanos();
  }

  /** From now on only what has this publication, or a newer one, is read. */
  void want(int revision) {
    wanted = revision;
  }

  /** Runs a query on the primary, which has every publication. */
  List<Object[]> newest(String sql, Map<String, ?> parameters) {
    return sessions.fromStatelessSession(session -> Sql.rows(session, sql, parameters));
  }

  /** Runs a query wherever what is served can be read. */
  public List<Object[]> rows(String sql, Map<String, ?> parameters) {
    boolean retrying = away;
    if (hasStandby && (!retrying || mayRetry())) {
      try {
        // What fails there is none of the failures of a transaction that is going on here.
        List<Object[]> rows =
            QuarkusTransaction.suspendingExisting().call(() -> onStandby(sql, parameters));
        if (retrying) {
          away = false;
          LOG.info("The catalogue is read on the standby again");
        }
        if (rows != null) {
          return rows;
        }
      } catch (QuarkusTransactionException e) {
        standbyFailed(e);
      }
    }
    return newest(sql, parameters);
  }

  /** Returns null where the standby has not heard of the publication yet. */
  private List<Object[]> onStandby(String sql, Map<String, ?> parameters) throws SQLException {
    try (Connection connection = standby.get().getConnection();
        StatelessSession session =
            sessions.withStatelessOptions().connection(connection).openStatelessSession()) {
      int revision = ((Number) Sql.row(session, REVISION, Map.of())[0]).intValue();
      return revision < wanted ? null : Sql.rows(session, sql, parameters);
    }
  }

  /** True for one read, each time a standby was left alone for long enough. */
  private boolean mayRetry() {
    long at = retryAt.get();
    return System.nanoTime() - at >= 0 && retryAt.compareAndSet(at, System.nanoTime() + retryNanos);
  }

  private synchronized void standbyFailed(QuarkusTransactionException failure) {
    retryAt.set(System.nanoTime() + retryNanos);
    if (!away) {
      away = true;
      LOG.warnf(
          "The catalogue is read on the primary, for the standby fails: %s", failure.getMessage());
      // The other connections are as dead, and each would be a failed try.
      standby.get().flush(AgroalDataSource.FlushMode.IDLE);
    }
  }
}
