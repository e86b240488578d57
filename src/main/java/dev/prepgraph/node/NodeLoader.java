package dev.prepgraph.node;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How one feature serves the objects of one kind to {@code node} and {@code nodes}. */
public interface NodeLoader {

  /** The letter of this kind in a {@link NodeId}, of no other kind's. */
  char kind();

  /**
   * Loads objects at once.
   *
   * @return those that exist and that the caller may see, by key
   */
  Map<UUID, ? extends Node> load(Collection<UUID> keys);
}
