package dev.prepgraph.account.change;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.execution.stream.EventSource;
import dev.prepgraph.execution.stream.StreamEvent;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Passes the changes of an account to the subscriptions of its user. */
@Singleton
class ViewerChangeSource implements EventSource {

  static final String FIELD = "viewerChanged";

  private static final ResponseError ERASED = Errors.of(RequestException.erased());

  private final AccountTransactions transactions;
  private final ChangeListener changes;
  private final Map<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();

  ViewerChangeSource(AccountTransactions transactions, ChangeListener changes) {
    this.transactions = transactions;
    this.changes = changes;
  }

  @Override
  public String field() {
    return FIELD;
  }

  @Override
  public StreamEvent missed() {
    return AccountChange.RESYNC.event(null);
  }

  @Override
  public Runnable open(Listener listener) {
    transactions.requireCaller();
    // Outside of a transaction, because it may wait.
    changes.start(this::receive);
    UUID account = transactions.read(() -> transactions.account().id()).orElseThrow();
    Runnable close = () -> close(account, listener);
    listeners.compute(
        account,
        (key, known) -> {
          Set<Listener> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(listener);
          return all;
        });
    try {
      checkNotErased(account);
    } catch (RuntimeException | Error e) {
      close.run();
      throw e;
    }
    listener.event(missed());
    return close;
  }

  /** Rejects a subscription to an account that was erased before the listener was there. */
  private void checkNotErased(UUID account) {
    transactions.require(account);
    transactions.read(() -> null);
  }

  private void close(UUID account, Listener listener) {
    listeners.computeIfPresent(
        account,
        (key, all) -> {
          all.remove(listener);
          return all.isEmpty() ? null : all;
        });
  }

  private void receive(Notification notification) {
    if (notification.account() == null) {
      listeners.forEach((account, all) -> pass(account, all, notification.change()));
    } else {
      UUID account = notification.account();
      pass(account, listeners.getOrDefault(account, Set.of()), notification.change());
    }
  }

  private static void pass(UUID account, Set<Listener> listeners, AccountChange change) {
    if (change == null) {
      listeners.forEach(listener -> listener.end(ERASED));
    } else {
      StreamEvent event = change.event(account);
      listeners.forEach(listener -> listener.event(event));
    }
  }

  /** Number of accounts with subscriptions. */
  int accounts() {
    return listeners.size();
  }
}
