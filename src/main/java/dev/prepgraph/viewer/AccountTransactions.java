package dev.prepgraph.viewer;

import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/**
 * The only way to private data: a transaction in which the database itself shows nothing but what
 * belongs to the user who is logged in. The user's account is made on first sight.
 */
@ApplicationScoped
public class AccountTransactions {

  /** What is done with a user's data. */
  public interface Work<T> {
    T run(StatelessSession session, Account account);
  }

  private static final String ENTER =
      "select account, first_seen from viewer.enter(:issuer, :subject, :writes)";

  private final SessionFactory sessions;
  private final Callers callers;
  private final AuditLog audit;

  AccountTransactions(SessionFactory sessions, Callers callers, AuditLog audit) {
    this.sessions = sessions;
    this.callers = callers;
    this.audit = audit;
  }

  /**
   * Reads as the user who is logged in; costs one statement beside those of the work.
   *
   * @return empty when nobody is logged in
   */
  public <T> Optional<T> read(Work<T> work) {
    return callers.current().map(caller -> run(caller, false, work));
  }

  /**
   * Reads and writes as the user who is logged in, all or nothing; costs one statement beside those
   * of the work. The writes of one user follow each other, on all replicas, so that the work may
   * rely on what it has read.
   *
   * @throws dev.prepgraph.graphql.RequestException when nobody is logged in
   */
  public <T> T write(Work<T> work) {
    return run(callers.required(), true, work);
  }

  /**
   * Checks that somebody is logged in.
   *
   * @throws dev.prepgraph.graphql.RequestException when nobody is
   */
  public void requireCaller() {
    callers.required();
  }

  private <T> T run(Caller caller, boolean writes, Work<T> work) {
    record Done<R>(R result, Account account, boolean first) {}
    Done<T> done =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    sessions.fromStatelessSession(
                        session -> {
                          Object[] row =
                              Sql.row(
                                  session,
                                  ENTER,
                                  Map.of(
                                      "issuer", caller.issuer(),
                                      "subject", caller.subject(),
                                      "writes", writes));
                          Account account = new Account((UUID) row[0]);
                          return new Done<>(work.run(session, account), account, (boolean) row[1]);
                        }));
    if (done.first()) {
      audit.record(AuditLog.Event.FIRST_LOGIN, done.account().id());
    }
    return done.result();
  }
}
