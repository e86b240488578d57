package dev.prepgraph.account;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.account.schema.ViewerRole;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Who is logged in, and how they leave. */
@ApplicationScoped
class ViewerService {

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

  /** The user who is logged in, or null. */
  Viewer viewer() {
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
   * Erases everything that is held on the user: every table with private data refers to the account
   * and goes with it. What stays is that an account with this key was erased.
   *
   * @throws UserErrorException when it is not confirmed
   */
  void erase(boolean confirmed) {
    UUID erased =
        transactions.write(
            () -> {
              if (!confirmed) {
                throw new UserErrorException(
                    UserErrorCode.INVALID, "Erasing an account must be confirmed", "confirm");
              }
              // The one statement that deletes a user with all that one may have takes long.
              session
                  .createNativeQuery(
                      "select set_config('statement_timeout', '25s', true)", String.class)
                  .getSingleResult();
              UUID account = transactions.account().id();
              session.persist(new ErasureEntity(account));
              session
                  .createMutationQuery("delete from AccountEntity where id = :account")
                  .setParameter("account", account)
                  .executeUpdate();
              return account;
            });
    audit.record(AuditLog.Event.ERASURE, erased);
  }
}
