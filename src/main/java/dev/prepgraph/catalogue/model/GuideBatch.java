package dev.prepgraph.catalogue.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Guides that were loaded together: the questions of all are read at once, when those of one are
 * asked for.
 */
public final class GuideBatch {

  private final Function<List<UUID>, Map<UUID, List<PublishedQuestion>>> reader;
  private final List<PublishedGuide> guides = new ArrayList<>();

  public GuideBatch(Function<List<UUID>, Map<UUID, List<PublishedQuestion>>> reader) {
    this.reader = reader;
  }

  public synchronized void add(PublishedGuide guide) {
    guides.add(guide);
  }

  synchronized void read() {
    if (!guides.isEmpty()) {
      var questions = reader.apply(guides.stream().map(PublishedGuide::id).toList());
      guides.forEach(guide -> guide.found(questions.getOrDefault(guide.id(), List.of())));
      guides.clear();
    }
  }
}
