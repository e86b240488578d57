package dev.prepgraph.catalogue;

import dev.prepgraph.common.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Reads the catalogue: on a streaming standby, where one is configured and has the publication that
 * is served, else on the primary. What a standby cannot answer is asked again on the primary, and
 * then nothing else for a while.
 */
@ApplicationScoped
class CatalogueDatabase {

  private static final Logger LOG = Logger.getLogger(CatalogueDatabase.class);
  private static final String REVISION =
      "select coalesce(max(revision), 0) from catalogue.publication";

  private final SessionFactory sessions;
  private final InjectableInstance<AgroalDataSource> standby;
  private final boolean hasStandby;
  private final long retryNanos;

  /** When one read may try the standby again; 0 while it is well. */
  private final AtomicLong retryAt = new AtomicLong();

  private volatile int wanted;

  CatalogueDatabase(
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
  List<Object[]> rows(String sql, Map<String, ?> parameters) {
    if (hasStandby && standbyMayAnswer()) {
      try {
        List<Object[]> rows = onStandby(sql, parameters);
        if (rows != null) {
          return rows;
        }
      } catch (SQLException | HibernateException e) {
        standbyIsAway(e);
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
      List<Object[]> rows = revision < wanted ? null : Sql.rows(session, sql, parameters);
      if (retryAt.getAndSet(0) != 0) {
        LOG.info("The catalogue is read on the standby again");
      }
      return rows;
    }
  }

  private boolean standbyMayAnswer() {
    long at = retryAt.get();
    return at == 0 || System.nanoTime() - at >= 0 && retryAt.compareAndSet(at, nextRetry());
  }

  private void standbyIsAway(Exception e) {
    if (retryAt.getAndSet(nextRetry()) == 0) {
      LOG.warnf("The catalogue is read on the primary, for the standby fails: %s", e.getMessage());
    }
  }

  /** Never 0, which says that there is none. */
  private long nextRetry() {
    return System.nanoTime() + retryNanos | 1;
  }
}
