package dev.prepgraph.common;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Collects what an operation on this thread reads of the catalogue, for statistics. */
public final class ReadTrace {

  private static final ThreadLocal<ReadTrace> CURRENT = new ThreadLocal<>();

  private final Set<UUID> guides = new LinkedHashSet<>();
  private final Set<String> emptySearches = new LinkedHashSet<>();

  /** Notes that a guide is read by its name. */
  public static void guide(UUID key) {
    ReadTrace current = CURRENT.get();
    if (current != null) {
      current.guides.add(key);
    }
  }

  /** Notes that nothing matches a search. */
  public static void emptySearch(String text) {
    ReadTrace current = CURRENT.get();
    if (current != null) {
      current.emptySearches.add(text);
    }
  }

  /** Runs an operation on this thread. */
  public <T> T call(Supplier<T> operation) {
    CURRENT.set(this);
    try {
      return operation.get();
    } finally {
      CURRENT.remove();
    }
  }

  public Set<UUID> guides() {
    return guides;
  }

  public Set<String> emptySearches() {
    return emptySearches;
  }
}
