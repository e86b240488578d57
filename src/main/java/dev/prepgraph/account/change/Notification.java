package dev.prepgraph.account.change;

import dev.prepgraph.account.schema.ViewerChangeKind;
import java.util.UUID;

/**
 * The text of a notification between replicas: ids, but no content.
 *
 * @param account null for all accounts
 * @param change null for the erasure of the account
 */
record Notification(UUID account, AccountChange change) {

  /** Replicas of other versions use it, too. */
  static final String CHANNEL = "viewer_change";

  static final String PROBE = "probe ";
  static final Notification ALL = new Notification(null, AccountChange.RESYNC);

  private static final String NONE = "-";
  private static final String ERASED = "ERASED";
  private static final String SAVED = "saved";
  private static final String DELETED = "deleted";

  String print() {
    return String.join(
        " ",
        account == null ? NONE : account.toString(),
        change == null ? ERASED : change.kind().name(),
        change == null || change.nodeId() == null ? NONE : change.nodeId(),
        change != null && change.deleted() ? DELETED : SAVED);
  }

  /**
   * Null for a probe. Of a newer replica, an unknown kind is a change of anything, and an unknown
   * format one of all accounts.
   */
  static Notification parse(String text) {
    if (text.startsWith(PROBE)) {
      return null;
    }
    try {
      return parse(text.split(" "));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return ALL;
    }
  }

  private static Notification parse(String[] parts) {
    UUID account = parts[0].equals(NONE) ? null : UUID.fromString(parts[0]);
    if (parts[1].equals(ERASED)) {
      return new Notification(account, null);
    }
    String nodeId = parts[2].equals(NONE) ? null : parts[2];
    for (ViewerChangeKind kind : ViewerChangeKind.values()) {
      if (kind.name().equals(parts[1])) {
        return new Notification(account, new AccountChange(kind, nodeId, parts[3].equals(DELETED)));
      }
    }
    return new Notification(account, AccountChange.RESYNC);
  }
}
