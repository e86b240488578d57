package dev.prepgraph.catalogue.store;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Guides that one field of a request shows: which of their questions match a text is read for all
 * of them at once, when it is asked of one.
 */
public final class GuideGroup {

  private final Set<UUID> guides = new LinkedHashSet<>();
  private final Map<String, Map<UUID, Set<UUID>>> matches = new HashMap<>();

  public synchronized void add(UUID guide) {
    guides.add(guide);
  }

  /**
   * The questions of one of the guides that match a text.
   *
   * @param reader reads the matching questions of guides, by guide
   */
  public synchronized Set<UUID> matching(
      UUID guide, String text, Function<List<UUID>, Map<UUID, Set<UUID>>> reader) {
    return matches
        .computeIfAbsent(text, t -> reader.apply(List.copyOf(guides)))
        .getOrDefault(guide, Set.of());
  }
}
