package dev.prepgraph.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs work in a transaction with row-level security scoped to the current user; creates the
 * account at the first login.
 */
@ApplicationScoped
public class AccountTransactions {

  private final AccountTransaction transaction;
  private final Callers callers;
  private final Clock clock;
  private final TransactionSynchronizationRegistry registry;

  AccountTransactions(
      AccountTransaction transaction,
      Callers callers,
      Clock clock,
      TransactionSynchronizationRegistry registry) {
    this.transaction = transaction;
    this.callers = callers;
    this.clock = clock;
    this.registry = registry;
  }

  /**
   * Reads as the user who is logged in. All that one request reads is read in one transaction,
   * which costs one statement beside those of the work.
   *
   * @return empty when nobody is logged in
   */
  public <T> Optional<T> read(Supplier<T> work) {
    return callers.current().map(caller -> transaction.read(caller, work));
  }

  /**
   * Reads as the user who is logged in, in a transaction of its own, all of whose statements see
   * the same snapshot of the database.
   *
   * @throws dev.prepgraph.common.error.RequestException when nobody is logged in
   */
  public <T> T snapshot(Supplier<T> work) {
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
    return transaction.write(callers.required(), work);
  }

  /**
   * Reads as an account that a secret names in place of a login; costs one statement beside those
   * of the work.
   *
   * @param enter gives the transaction the rights of the account at a time, and returns its key or
   *     null
   * @return empty when there is no such account
   */
  public <T> Optional<T> enter(Function<Instant, UUID> enter, Supplier<T> work) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Optional.ofNullable(enter.apply(now))
                    .map(
                        key -> {
                          registry.putResource(Account.class, new Account(key, now));
                          return work.get();
                        }));
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
