package dev.prepgraph.account;

import dev.prepgraph.node.NodeId;
import java.time.Instant;
import java.util.UUID;

/**
 * The account that a transaction acts for.
 *
 * @param id its key
 * @param now the time of the transaction, by the service's clock and to the microsecond, which is
 *     what the database stamps, too
 */
public record Account(UUID id, Instant now) {

  private static final char KIND = 'V';

  /** Its public id. */
  public String nodeId() {
    return NodeId.of(KIND, id);
  }
}
