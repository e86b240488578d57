package dev.prepgraph.node;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A bean that loads the objects of one kind for {@code node} and {@code nodes}.
 *
 * @param kind the letter of the kind in a {@link NodeId}, unique among loaders
 * @param byIds loads the objects that exist and that the caller may see, by key
 * @param part finds the part of an object that an id names, or null
 */
public record NodeLoader(
    char kind,
    Function<Collection<UUID>, Map<UUID, ? extends Node>> byIds,
    BiFunction<Node, String, Node> part) {

  /** A loader of objects without parts. */
  public NodeLoader(char kind, Function<Collection<UUID>, Map<UUID, ? extends Node>> byIds) {
    this(kind, byIds, (object, part) -> part.isEmpty() ? object : null);
  }
}
