package dev.prepgraph.viewer;

import dev.prepgraph.graphql.NodeId;
import java.util.UUID;

/**
 * The account that a transaction acts for.
 *
 * @param id its key
 */
public record Account(UUID id) {

  private static final char KIND = 'V';

  /** Its public id. */
  public String nodeId() {
    return NodeId.of(KIND, id);
  }
}
