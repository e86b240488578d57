package dev.prepgraph.account;

import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.account.schema.ViewerRole;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.common.limits.Cancellation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.Session;

/** The current user, and the erasure of the account. */
@ApplicationScoped
public class ViewerService {

  private final AccountTransactions transactions;
  private final Callers callers;
  private final AuditLog audit;
  private final Session session;

  ViewerService(
      AccountTransactions transactions, Callers callers, AuditLog audit, Session session) {
    this.session = session;
    this.transactions = transactions;
    this.callers = callers;
    this.audit = audit;
  }

  /** The current user, or null. */
  public Viewer viewer() {
    return transactions.read(this::currentViewer).orElse(null);
  }

  private Viewer currentViewer() {
    Caller caller = callers.required();
    List<ViewerRole> roles =
        Stream.of(ViewerRole.values())
            .filter(
                role ->
                    role == ViewerRole.CANDIDATE
                        || caller.roles().contains(role.name().toLowerCase(Locale.ROOT)))
            .toList();
    return new Viewer(transactions.account().nodeId(), caller.name(), caller.email(), roles);
  }

  /**
   * Erases the account; foreign keys cascade to all private data. The fact that an account with
   * this key was erased remains.
   *
   * @return the node id of the account
   */
  String erase(boolean confirmed) {
    Account erased =
        transactions.write(
            () -> {
              if (!confirmed) {
                throw new UserErrorException(
                    UserErrorCode.INVALID, "confirm must be true", "input", "confirm");
              }
              // The cascade of a large account takes long.
              Cancellation.prolong(Duration.ofSeconds(30));
              session
                  .createNativeQuery(
                      "select set_config('statement_timeout', '25s', true)", String.class)
                  .getSingleResult();
              Account account = transactions.account();
              AccountChanges.erase();
              session.persist(new ErasureEntity(account.id()));
              session
                  .createMutationQuery("delete from AccountEntity where id = :account")
                  .setParameter("account", account.id())
                  .executeUpdate();
              return account;
            });
    audit.record(AuditLog.Event.ERASURE, erased.id());
    return erased.nodeId();
  }
}
