package dev.prepgraph.account;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.account.schema.ViewerRole;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.Sql;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Who is logged in, and how they leave. */
@ApplicationScoped
class ViewerService {

  private final AccountTransactions transactions;
  private final Callers callers;
  private final AuditLog audit;

  ViewerService(AccountTransactions transactions, Callers callers, AuditLog audit) {
    this.transactions = transactions;
    this.callers = callers;
    this.audit = audit;
  }

  /** The user who is logged in, or null. */
  Viewer viewer() {
    return transactions.read((session, account) -> viewer(account)).orElse(null);
  }

  private Viewer viewer(Account account) {
    Caller caller = callers.required();
    List<ViewerRole> roles =
        Stream.of(ViewerRole.values())
            .filter(
                role ->
                    role == ViewerRole.CANDIDATE
                        || caller.roles().contains(role.name().toLowerCase(Locale.ROOT)))
            .toList();
    return new Viewer(account.nodeId(), caller.name(), caller.email(), roles);
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
            (session, account) -> {
              if (!confirmed) {
                throw new UserErrorException(
                    UserErrorCode.INVALID, "Erasing an account must be confirmed", "confirm");
              }
              Map<String, ?> key = Map.of("account", account.id());
              // A user with all that one may have is deleted in one statement, too.
              Sql.row(session, "select set_config('statement_timeout', '25s', true)", Map.of());
              Sql.execute(
                  session, "insert into viewer.erasure (account_id) values (:account)", key);
              Sql.execute(session, "delete from viewer.account where id = :account", key);
              return account.id();
            });
    audit.record(AuditLog.Event.ERASURE, erased);
  }
}
