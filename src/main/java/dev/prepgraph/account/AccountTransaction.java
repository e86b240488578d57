package dev.prepgraph.account;

import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.change.ChangeNotifier;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.limits.Cancellation;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The transaction in which a request reads private data, open until the request ends or writes. It
 * is suspended in between, because SmallRye clears the thread's transaction around batch loaders.
 */
@RequestScoped
class AccountTransaction {

  private static final Logger LOG = Logger.getLogger(AccountTransaction.class);

  private static final String ENTER =
      "select account, first_seen from viewer.enter(:issuer, :subject, :writes, :now)";

  private static final String REENTER =
      "select account, false as first_seen from viewer.reenter(:issuer, :subject, :now, :required)";

  private final TransactionManager manager;
  private final TransactionSynchronizationRegistry registry;
  private final Session session;
  private final TransactionSlots slots;
  private final AuditLog audit;
  private final Clock clock;
  private final ChangeNotifier notifier;
  private final AccountClients clients;

  /** The user of the open transaction, or null. */
  private Caller open;

  /** The only account to read as, or null. */
  private UUID required;

  private Transaction suspended;
  private boolean working;

  AccountTransaction(
      TransactionManager manager,
      TransactionSynchronizationRegistry registry,
      Session session,
      TransactionSlots slots,
      AuditLog audit,
      Clock clock,
      ChangeNotifier notifier,
      AccountClients clients) {
    this.manager = manager;
    this.registry = registry;
    this.session = session;
    this.slots = slots;
    this.audit = audit;
    this.clock = clock;
    this.notifier = notifier;
    this.clients = clients;
  }

  /** Restricts the following transactions to reads of an account, which they do not create. */
  void require(UUID account) {
    if (!account.equals(required)) {
      end();
      required = account;
    }
  }

  <T> T read(Caller caller, Supplier<T> work) {
    if (working) {
      return work.get();
    }
    if (open == null) {
      begin(caller, false, false);
    } else {
      resume();
    }
    return run(work, () -> suspended = suspend());
  }

  <T> T snapshot(Caller caller, Supplier<T> work) {
    end();
    begin(caller, false, true);
    return run(work, () -> commit(false));
  }

  <T> T write(Caller caller, Supplier<T> work) {
    end();
    AccountChanges.begin();
    try {
      begin(caller, true, false);
      return run(work, this::commitWrites);
    } finally {
      AccountChanges.end();
    }
  }

  private void commitWrites() {
    session.flush();
    UUID account = ((Account) registry.getResource(Account.class)).id();
    Cancellation.beginCommit();
    try {
      commit(true);
    } finally {
      Cancellation.endCommit();
      // Also where the database did not confirm the commit.
      if (AccountChanges.isErasure()) {
        notifier.erased(account);
      } else {
        notifier.changed(account, AccountChanges.current());
      }
    }
  }

  private <T> T run(Supplier<T> work, Runnable end) {
    working = true;
    try {
      T result = work.get();
      end.run();
      return result;
    } catch (RuntimeException | Error e) {
      // After a failed statement, PostgreSQL rejects all others of the transaction.
      rollback();
      throw e;
    } finally {
      working = false;
    }
  }

  private void begin(Caller caller, boolean writes, boolean snapshot) {
    slots.acquire(caller);
    open = caller;
    try {
      if (enter(caller, writes, snapshot)) {
        // Other requests of the same user wait for the new account.
        UUID account = ((Account) registry.getResource(Account.class)).id();
        finish(false);
        audit.record(AuditLog.Event.FIRST_LOGIN, account);
        enter(caller, writes, snapshot);
      }
      if (required == null && !snapshot) {
        clients.record(caller, ((Account) registry.getResource(Account.class)).id());
      }
    } catch (SystemException | NotSupportedException e) {
      rollback();
      throw unavailable(e);
    } catch (RuntimeException | Error e) {
      rollback();
      throw e;
    }
  }

  /** Returns whether it created the account. */
  private boolean enter(Caller caller, boolean writes, boolean snapshot)
      throws NotSupportedException, SystemException {
    manager.begin();
    if (snapshot) {
      session
          .createNativeMutationQuery("set transaction isolation level repeatable read")
          .executeUpdate();
    }
    Instant now = clock.instant();
    var query =
        session
            .createNativeQuery(required == null ? ENTER : REENTER, Tuple.class)
            // Else Hibernate asks the driver for the columns and their types each time.
            .addScalar("account", UUID.class)
            .addScalar("first_seen", Boolean.class)
            .setParameter("issuer", caller.issuer())
            .setParameter("subject", caller.subject())
            .setParameter("now", now);
    if (required == null) {
      query.setParameter("writes", writes);
    } else {
      query.setParameter("required", required);
    }
    Tuple entered = query.getSingleResult();
    UUID account = entered.get("account", UUID.class);
    if (account == null) {
      notifier.erased(required);
      throw RequestException.erased();
    }
    registry.putResource(Account.class, new Account(account, now));
    return entered.get("first_seen", Boolean.class);
  }

  /** Commits the open transaction of reads, if there is one. */
  @PreDestroy
  void end() {
    if (open != null) {
      resume();
      run(() -> null, () -> commit(false));
    }
  }

  private void resume() {
    try {
      manager.resume(suspended);
    } catch (SystemException | InvalidTransactionException e) {
      rollback();
      throw unavailable(e);
    }
  }

  private Transaction suspend() {
    try {
      return manager.suspend();
    } catch (SystemException e) {
      throw unavailable(e);
    }
  }

  private void commit(boolean written) {
    finish(written);
    close();
  }

  /**
   * @param written whether changes may be committed in spite of a failure
   */
  private void finish(boolean written) {
    try {
      manager.commit();
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException e) {
      RequestException unavailable = unavailable(e);
      throw written
          ? RequestException.unconfirmed("The database did not confirm the change")
          : unavailable;
    }
  }

  private static RequestException unavailable(Exception e) {
    LOG.warnf("A transaction failed: %s", e);
    return RequestException.unavailable();
  }

  private void rollback() {
    try {
      if (manager.getTransaction() != null) {
        manager.rollback();
      }
    } catch (SystemException | RuntimeException e) {
      // The first failure is reported; the database rolls back what is not committed.
      LOG.warnf("A transaction could not be rolled back: %s", e.getMessage());
    } finally {
      close();
    }
  }

  private void close() {
    if (open != null) {
      slots.release(open);
      open = null;
    }
  }
}
