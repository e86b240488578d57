package dev.prepgraph;

import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Nodes whose lookup runs the code of a test. */
@ApplicationScoped
public class TestNodes {

  /** Looks up one node, whose id is the variable {@code id}. */
  public static final String QUERY = "query ($id: ID!) { node(id: $id) { id } }";

  private static final char KIND = 'X';
  private static final Map<UUID, Runnable> LOOKUPS = new ConcurrentHashMap<>();

  /** The id of a node whose lookup runs an action and finds nothing. */
  public static String id(Runnable lookup) {
    UUID key = UUID.randomUUID();
    LOOKUPS.put(key, lookup);
    return NodeId.of(KIND, key);
  }

  /** The id of a node whose lookup fails. */
  public static String failing(Throwable failure) {
    return id(
        () -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure;
        });
  }

  @Produces
  @Singleton
  NodeLoader loader() {
    return new NodeLoader(
        KIND,
        keys -> {
          keys.forEach(key -> LOOKUPS.get(key).run());
          return Map.of();
        });
  }
}
