package dev.prepgraph.node;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Loads the objects of one kind for {@code node} and {@code nodes}. */
public interface NodeLoader {

  /** The letter of the kind in a {@link NodeId}, unique among loaders. */
  char kind();

  /** Loads the objects that exist and that the caller may see, by key. */
  Map<UUID, ? extends Node> load(Collection<UUID> keys);
}
