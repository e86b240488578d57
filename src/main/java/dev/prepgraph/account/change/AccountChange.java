package dev.prepgraph.account.change;

import dev.prepgraph.account.schema.ViewerChange;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.execution.stream.StreamEvent;
import dev.prepgraph.node.NodeId;
import java.util.UUID;

/**
 * A change of an account.
 *
 * @param nodeId of the object; null for several objects of the kind or for one without an id
 */
public record AccountChange(ViewerChangeKind kind, String nodeId, boolean deleted) {

  private record Key(ViewerChangeKind kind, String nodeId) {}

  /** Changes may have been missed. */
  static final AccountChange RESYNC = several(ViewerChangeKind.RESYNC);

  /** A change of an object that remains. */
  public static AccountChange saved(ViewerChangeKind kind, char node, UUID key) {
    return new AccountChange(kind, NodeId.of(node, key), false);
  }

  /** The deletion of an object. */
  public static AccountChange deleted(ViewerChangeKind kind, String nodeId) {
    return new AccountChange(kind, nodeId, true);
  }

  /** A change of several objects, or of one without an id. */
  public static AccountChange several(ViewerChangeKind kind) {
    return new AccountChange(kind, null, false);
  }

  /** The event of an account; null for all of them. */
  StreamEvent event(UUID account) {
    return new StreamEvent(
        new Key(kind, nodeId),
        new ViewerChange(kind, deleted ? nodeId : null, deleted ? null : nodeId, account));
  }
}
