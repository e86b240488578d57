package dev.prepgraph.account;

import dev.prepgraph.account.AccountTransactions.Work;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.Cancellation;
import dev.prepgraph.common.Sql;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * The transaction in which one request reads private data. It stays open from the first read to the
 * end of the request or to its next write, and is suspended in between: the catalogue is read with
 * other rights, on another connection. No request holds two private transactions.
 */
@RequestScoped
class AccountTransaction {

  private static final Logger LOG = Logger.getLogger(AccountTransaction.class);

  private static final String ENTER =
      "select account, first_seen from viewer.enter(:issuer, :subject, :writes, :now)";

  private final TransactionManager manager;
  private final SessionFactory sessions;
  private final TransactionSlots slots;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionSynchronizationRegistry registry;
  private final Session work;

  private Transaction suspended;
  private Caller slotOwner;
  private boolean snapshot;
  private StatelessSession session;
  private Account account;

  AccountTransaction(
      TransactionManager manager,
      SessionFactory sessions,
      TransactionSlots slots,
      AuditLog audit,
      Clock clock,
      TransactionSynchronizationRegistry registry,
      Session work) {
    this.registry = registry;
    this.work = work;
    this.manager = manager;
    this.sessions = sessions;
    this.slots = slots;
    this.audit = audit;
    this.clock = clock;
  }

  <T> T read(Caller caller, Work<T> work) {
    boolean done = false;
    try {
      if (suspended == null) {
        begin(caller, false);
      } else {
        manager.resume(suspended);
      }
      T result = work.run(session, account);
      suspended = manager.suspend();
      done = true;
      return result;
    } catch (SystemException | NotSupportedException | InvalidTransactionException e) {
      throw unavailable(e);
    } finally {
      if (!done) {
        // What failed has spoilt the transaction for what the request reads next.
        abandon();
      }
    }
  }

  <T> T snapshot(Caller caller, Work<T> work) {
    end();
    snapshot = true;
    try {
      return read(caller, work);
    } finally {
      snapshot = false;
      end();
    }
  }

  <T> T write(Caller caller, Work<T> work) {
    end();
    boolean done = false;
    try {
      begin(caller, true);
      T result = work.run(session, account);
      this.work.flush();
      Cancellation.beginCommit();
      commit(true);
      done = true;
      return result;
    } catch (SystemException | NotSupportedException e) {
      throw unavailable(e);
    } finally {
      Cancellation.endCommit();
      if (!done) {
        abandon();
      }
    }
  }

  private void begin(Caller caller, boolean writes) throws NotSupportedException, SystemException {
    slots.acquire(caller);
    slotOwner = caller;
    if (enter(caller, writes)) {
      // Other requests of the same user wait for the new account.
      UUID made = account.id();
      session.close();
      finish(false);
      audit.record(AuditLog.Event.FIRST_LOGIN, made);
      enter(caller, writes);
    }
  }

  /** Whether the account was made just now. */
  private boolean enter(Caller caller, boolean writes)
      throws NotSupportedException, SystemException {
    manager.begin();
    session = sessions.openStatelessSession();
    if (snapshot) {
      Sql.execute(session, "set transaction isolation level repeatable read", Map.of());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Object[] row =
        Sql.row(
            session,
            ENTER,
            Map.of(
                "issuer",
                caller.issuer(),
                "subject",
                caller.subject(),
                "writes",
                writes,
                "now",
                now));
    account = new Account((UUID) row[0], now);
    registry.putResource(Account.class, account);
    return (boolean) row[1];
  }

  /** Ends what was read, if anything was. */
  @PreDestroy
  void end() {
    if (suspended == null) {
      return;
    }
    boolean done = false;
    try {
      manager.resume(suspended);
      commit(false);
      done = true;
    } catch (SystemException | InvalidTransactionException e) {
      throw unavailable(e);
    } finally {
      if (!done) {
        abandon();
      }
    }
  }

  private void commit(boolean written) {
    session.close();
    finish(written);
    forget();
  }

  /**
   * @param written whether something was that may be lost or not when this fails
   */
  private void finish(boolean written) {
    try {
      manager.commit();
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException e) {
      RequestException unavailable = unavailable(e);
      throw written ? RequestException.unconfirmed() : unavailable;
    }
  }

  private static RequestException unavailable(Exception e) {
    LOG.warnf("The database did not confirm: %s", e);
    return new RequestException(
        ErrorCode.UNAVAILABLE, "This cannot be answered for the moment; try again");
  }

  private void abandon() {
    try {
      if (manager.getTransaction() != null) {
        manager.rollback();
      }
    } catch (SystemException | RuntimeException e) {
      // What failed before is told; the database forgets what it was not asked to keep.
      LOG.warnf("A transaction could not be rolled back: %s", e.getMessage());
    } finally {
      forget();
    }
  }

  private void forget() {
    StatelessSession left = session;
    suspended = null;
    session = null;
    account = null;
    if (slotOwner != null) {
      slots.release(slotOwner);
      slotOwner = null;
    }
    if (left != null && left.isOpen()) {
      left.close();
    }
  }
}
