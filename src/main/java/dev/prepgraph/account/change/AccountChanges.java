package dev.prepgraph.account.change;

import dev.prepgraph.account.schema.ViewerChangeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the changes of the transaction on this thread. */
public final class AccountChanges {

  /** Beyond, changes of one kind are one change of several objects. */
  private static final int MAX = 20;

  private static final ThreadLocal<AccountChanges> CURRENT = new ThreadLocal<>();

  private record Key(ViewerChangeKind kind, String nodeId) {}

  private final Map<Key, AccountChange> changes = new LinkedHashMap<>();
  private boolean erasure;

  private AccountChanges() {}

  /** Starts to collect; {@link #end} must follow. */
  public static void begin() {
    CURRENT.set(new AccountChanges());
  }

  /** Adds a change; without effect outside of a transaction that writes. */
  public static void add(AccountChange change) {
    AccountChanges current = CURRENT.get();
    if (current != null && change != null) {
      current.put(change);
    }
  }

  /** Adds the deletion of an object. */
  public static void deleted(ViewerChangeKind kind, String nodeId) {
    add(AccountChange.deleted(kind, nodeId));
  }

  /** Says that the transaction erases the account. */
  public static void erase() {
    CURRENT.get().erasure = true;
  }

  /** Whether the transaction erases the account, which ends all its streams. */
  public static boolean isErasure() {
    AccountChanges current = CURRENT.get();
    return current != null && current.erasure;
  }

  private void put(AccountChange change) {
    Key several = new Key(change.kind(), null);
    if (changes.containsKey(several)) {
      return;
    }
    changes.merge(
        new Key(change.kind(), change.nodeId()),
        change,
        (before, now) -> before.deleted() ? before : now);
    if (change.nodeId() == null || changes.size() > MAX) {
      changes.keySet().removeIf(key -> key.kind() == change.kind());
      changes.put(several, AccountChange.several(change.kind()));
    }
  }

  /** The changes so far. */
  public static List<AccountChange> current() {
    AccountChanges current = CURRENT.get();
    return current == null ? List.of() : List.copyOf(current.changes.values());
  }

  public static void end() {
    CURRENT.remove();
  }
}
