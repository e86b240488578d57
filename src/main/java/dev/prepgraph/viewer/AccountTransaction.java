package dev.prepgraph.viewer;

import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.Sql;
import dev.prepgraph.viewer.AccountTransactions.Work;
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
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/**
 * The transaction in which one request reads private data. It stays open from the first read to the
 * end of the request or to its next write, and is suspended in between: the catalogue is read with
 * other rights, on another connection. No request holds two private transactions.
 */
@RequestScoped
class AccountTransaction {

  private static final String ENTER =
      "select account, first_seen from viewer.enter(:issuer, :subject, :writes)";

  private final TransactionManager manager;
  private final SessionFactory sessions;
  private final AuditLog audit;

  private Transaction suspended;
  private StatelessSession session;
  private Account account;
  private boolean first;

  AccountTransaction(TransactionManager manager, SessionFactory sessions, AuditLog audit) {
    this.manager = manager;
    this.sessions = sessions;
    this.audit = audit;
  }

  <T> T read(Caller caller, Work<T> work) {
    try {
      if (suspended == null) {
        begin(caller, false);
      } else {
        manager.resume(suspended);
      }
      T result = work.run(session, account);
      suspended = manager.suspend();
      return result;
    } catch (SystemException | NotSupportedException | InvalidTransactionException e) {
      abandon();
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      // A statement that failed spoils the transaction for what the request reads next.
      abandon();
      throw e;
    }
  }

  <T> T write(Caller caller, Work<T> work) {
    end();
    try {
      begin(caller, true);
      T result = work.run(session, account);
      commit();
      return result;
    } catch (SystemException | NotSupportedException e) {
      abandon();
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      abandon();
      throw e;
    }
  }

  private void begin(Caller caller, boolean writes) throws NotSupportedException, SystemException {
    manager.begin();
    session = sessions.openStatelessSession();
    Object[] row =
        Sql.row(
            session,
            ENTER,
            Map.of("issuer", caller.issuer(), "subject", caller.subject(), "writes", writes));
    account = new Account((UUID) row[0]);
    first = (boolean) row[1];
  }

  /** Ends what was read, if anything was; an account that was made on first sight stays. */
  @PreDestroy
  void end() {
    if (suspended == null) {
      return;
    }
    try {
      manager.resume(suspended);
      commit();
    } catch (SystemException | InvalidTransactionException e) {
      abandon();
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      abandon();
      throw e;
    }
  }

  private void commit() throws SystemException {
    try {
      session.close();
      manager.commit();
    } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException e) {
      throw new IllegalStateException(e);
    }
    if (first) {
      audit.record(AuditLog.Event.FIRST_LOGIN, account.id());
    }
    forget();
  }

  private void abandon() {
    try {
      if (manager.getTransaction() != null) {
        manager.rollback();
      }
    } catch (SystemException e) {
      throw new IllegalStateException(e);
    } finally {
      forget();
    }
  }

  private void forget() {
    if (session != null && session.isOpen()) {
      session.close();
    }
    suspended = null;
    session = null;
    account = null;
    first = false;
  }
}
