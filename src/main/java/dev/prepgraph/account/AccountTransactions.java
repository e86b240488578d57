package dev.prepgraph.account;

import dev.prepgraph.common.CurrentAccount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs work in a transaction with row-level security scoped to the current user; creates the
 * account at the first login.
 */
@ApplicationScoped
public class AccountTransactions implements CurrentAccount {

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
   * Reads as the current user, all reads of a request in one transaction, which costs one
   * statement.
   *
   * @return empty for an anonymous request
   */
  public <T> Optional<T> read(Supplier<T> work) {
    return callers.current().map(caller -> transaction.read(caller, work));
  }

  /** Reads as the current user from one snapshot of the database, in a transaction of its own. */
  public <T> T snapshot(Supplier<T> work) {
    return transaction.snapshot(callers.required(), work);
  }

  /**
   * Reads and writes as the current user, all or nothing, for one more statement. The writes of a
   * user are serialized across all replicas, so the work may rely on its reads.
   */
  public <T> T write(Supplier<T> work) {
    return transaction.write(callers.required(), work);
  }

  /**
   * Reads as the account of a secret, without a login, for one more statement.
   *
   * @param enter authorizes the transaction at a time and returns the account's key, or null
   * @return empty for an unknown secret
   */
  public <T> Optional<T> enter(Function<Instant, UUID> enter, Supplier<T> work) {
    Instant now = clock.instant();
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

  /**
   * Restricts the rest of the request to reads as an account, which they do not create again: they
   * are rejected when it was erased.
   */
  public void require(UUID account) {
    transaction.require(account);
  }

  /** The account of this thread's transaction. */
  public Account account() {
    return (Account) registry.getResource(Account.class);
  }

  @Override
  public UUID requireId() {
    callers.required();
    return read(() -> account().id()).orElseThrow();
  }

  /** Rejects an anonymous request; returns a text that identifies the user. */
  public String requireCaller() {
    Caller caller = callers.required();
    return caller.issuer() + ' ' + caller.subject();
  }
}
