package dev.prepgraph.account;

import dev.prepgraph.common.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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

  private final AccountTransaction transaction;
  private final Callers callers;
  private final SessionFactory sessions;
  private final Clock clock;
  private final TransactionSynchronizationRegistry registry;

  AccountTransactions(
      AccountTransaction transaction,
      Callers callers,
      SessionFactory sessions,
      Clock clock,
      TransactionSynchronizationRegistry registry) {
    this.registry = registry;
    this.transaction = transaction;
    this.callers = callers;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Reads as the user who is logged in. All that one request reads is read in one transaction,
   * which costs one statement beside those of the work.
   *
   * @return empty when nobody is logged in
   */
  public <T> Optional<T> read(Supplier<T> work) {
    return read((session, account) -> work.get());
  }

  public <T> Optional<T> read(Work<T> work) {
    return callers.current().map(caller -> transaction.read(caller, work));
  }

  /**
   * Reads as the user who is logged in, in a transaction of its own, all of whose statements see
   * the same snapshot of the database.
   *
   * @throws dev.prepgraph.common.error.RequestException when nobody is logged in
   */
  public <T> T snapshot(Supplier<T> work) {
    return snapshot((session, account) -> work.get());
  }

  public <T> T snapshot(Work<T> work) {
    return transaction.snapshot(callers.required(), work);
  }

  /**
   * Reads and writes as the user who is logged in, all or nothing; costs one statement beside those
   * of the work. The writes of one user follow each other, on all replicas, so that the work may
   * rely on what it has read.
   *
   * @throws dev.prepgraph.common.error.RequestException when nobody is logged in
   */
  public <T> T write(Supplier<T> work) {
    return write((session, account) -> work.get());
  }

  public <T> T write(Work<T> work) {
    return transaction.write(callers.required(), work);
  }

  /**
   * Reads as an account whose secret is presented in place of a login; costs one statement beside
   * those of the work.
   *
   * @param enter a query that gives the transaction the rights of the account at the time {@code
   *     :now}, and returns its key or null
   * @return empty when there is no such account
   */
  public <T> Optional<T> enter(String enter, Map<String, ?> parameters, Work<T> work) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("now", now);
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sessions.fromStatelessSession(
                    session ->
                        Optional.ofNullable((UUID) Sql.row(session, enter, all)[0])
                            .map(key -> work.run(session, new Account(key, now)))));
  }

  /** The account that the transaction of this thread acts for. */
  public Account account() {
    return (Account) registry.getResource(Account.class);
  }

  /**
   * Checks that somebody is logged in.
   *
   * @return a text that identifies the user
   * @throws dev.prepgraph.common.error.RequestException when nobody is
   */
  public String requireCaller() {
    Caller caller = callers.required();
    return caller.issuer() + ' ' + caller.subject();
  }
}
