package dev.prepgraph.account;

import dev.prepgraph.node.NodeId;
import java.time.Instant;
import java.util.UUID;

/**
 * The account of a transaction.
 *
 * @param now time of the transaction by the service's clock, in microseconds like the database's
 *     timestamps
 */
public record Account(UUID id, Instant now) {

  private static final char KIND = 'V';

  public String nodeId() {
    return NodeId.of(KIND, id);
  }
}
