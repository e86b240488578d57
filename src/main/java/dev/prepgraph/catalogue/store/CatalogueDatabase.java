package dev.prepgraph.catalogue.store;

import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.common.limits.MemoryBudget;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.query.QueryProducer;
import org.hibernate.query.SelectionQuery;
import org.jboss.logging.Logger;

/**
 * Reads the catalogue from the streaming standby if it has the served publication, else from the
 * primary; backs off from a failing standby.
 */
@ApplicationScoped
public class CatalogueDatabase {

  private static final Logger LOG = Logger.getLogger(CatalogueDatabase.class);
  private static final String REVISION =
      "select coalesce(max(p.revision), 0) from PublicationEntity p";

  private record Read<T>(Class<T> row, String query, boolean isNative, Map<String, ?> parameters) {

    List<T> on(QueryProducer queries) {
      SelectionQuery<T> statement =
          isNative
              ? queries.createNativeQuery(query, row)
              : queries.createSelectionQuery(query, row);
      parameters.forEach(statement::setParameter);
      return statement.getResultList();
    }
  }

  private final SessionFactory sessions;
  private final InjectableInstance<AgroalDataSource> standby;
  private final boolean hasStandby;
  private final long retryNanos;

  /** End of the standby's back-off. */
  private final AtomicLong retryAt = new AtomicLong();

  private volatile boolean failing;
  private volatile int minRevision;

  public CatalogueDatabase(
      SessionFactory sessions,
      @DataSource("standby") InjectableInstance<AgroalDataSource> standby,
      CatalogueConfig config) {
    this.sessions = sessions;
    this.standby = standby;
    this.hasStandby = standby.isResolvable() && standby.getHandle().getBean().isActive();
    this.retryNanos = config.standbyRetry().toNanos();
  }

  /** Sets the minimal revision for reads from the standby. */
  void require(int revision) {
    minRevision = revision;
  }

  /** Runs an HQL query on the primary, which has every publication. */
  public <T> List<T> newest(Class<T> row, String hql, Map<String, ?> parameters) {
    return onPrimary(new Read<>(row, hql, false, parameters));
  }

  /** Runs an HQL query on the standby or the primary. */
  public <T> List<T> list(Class<T> row, String hql, Map<String, ?> parameters) {
    return list(new Read<>(row, hql, false, parameters));
  }

  /** Runs an SQL query on the standby or the primary. */
  public List<Tuple> nativeList(String sql, Map<String, ?> parameters) {
    return list(new Read<>(Tuple.class, sql, true, parameters));
  }

  private <T> List<T> list(Read<T> read) {
    boolean retrying = failing;
    if (hasStandby && (!retrying || mayRetry())) {
      try {
        // A failure must not mark this thread's transaction rollback-only.
        Optional<List<T>> rows =
            QuarkusTransaction.suspendingExisting().call(() -> onStandby(read));
        if (retrying) {
          failing = false;
          LOG.info("The standby serves the catalogue again");
        }
        if (rows.isPresent()) {
          return rows.get();
        }
      } catch (QuarkusTransactionException e) {
        // The request was cancelled or exceeded its memory: the standby did not fail.
        Cancellation.check();
        MemoryBudget.check();
        standbyFailed(e);
      }
    }
    return onPrimary(read);
  }

  private <T> List<T> onPrimary(Read<T> read) {
    try (StatelessSession session = sessions.openStatelessSession()) {
      return read.on(session);
    }
  }

  /** Empty before the standby has replicated the publication. */
  private <T> Optional<List<T>> onStandby(Read<T> read) throws SQLException {
    try (Connection connection = standby.get().getConnection();
        StatelessSession session =
            sessions.withStatelessOptions().connection(connection).openStatelessSession()) {
      int revision = session.createSelectionQuery(REVISION, Integer.class).getSingleResult();
      return revision < minRevision ? Optional.empty() : Optional.of(read.on(session));
    }
  }

  /** True for one read at the end of each back-off. */
  private boolean mayRetry() {
    long at = retryAt.get();
    return System.nanoTime() - at >= 0 && retryAt.compareAndSet(at, System.nanoTime() + retryNanos);
  }

  private synchronized void standbyFailed(QuarkusTransactionException failure) {
    retryAt.set(System.nanoTime() + retryNanos);
    if (!failing) {
      failing = true;
      LOG.warnf(
          "The primary serves the catalogue, because the standby fails: %s", failure.getMessage());
      // The other idle connections are probably broken as well.
      standby.get().flush(AgroalDataSource.FlushMode.IDLE);
    }
  }
}
