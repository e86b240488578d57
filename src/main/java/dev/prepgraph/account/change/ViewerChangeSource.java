package dev.prepgraph.account.change;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.common.error.ErrorCode;
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

  private static final ResponseError ERASED =
      ResponseError.of(ErrorCode.UNAUTHENTICATED, "The account was erased");

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
    return AccountChange.RESYNC.event();
  }

  @Override
  public Runnable open(Listener listener) {
    transactions.requireCaller();
    UUID account = transactions.read(() -> transactions.account().id()).orElseThrow();
    changes.start(this::receive);
    listeners.compute(
        account,
        (key, known) -> {
          Set<Listener> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(listener);
          return all;
        });
    listener.event(missed());
    return () -> close(account, listener);
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
      listeners.values().forEach(all -> pass(all, notification.change()));
    } else {
      pass(listeners.getOrDefault(notification.account(), Set.of()), notification.change());
    }
  }

  private static void pass(Set<Listener> listeners, AccountChange change) {
    if (change == null) {
      listeners.forEach(listener -> listener.end(ERASED));
    } else {
      StreamEvent event = change.event();
      listeners.forEach(listener -> listener.event(event));
    }
  }

  /** Number of accounts with subscriptions. */
  int accounts() {
    return listeners.size();
  }
}
