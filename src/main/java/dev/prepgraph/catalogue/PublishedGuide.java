package dev.prepgraph.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published guide with all its parts: the unit that is loaded and cached, so that whatever is
 * asked of a guide is answered from memory.
 *
 * @param related the guides that readers of this one also want, as far as they are published
 * @param characters the length of its texts, from which the cache estimates its weight
 */
record PublishedGuide(
    UUID id,
    int revision,
    Instant publishedAt,
    GuideDocument document,
    List<PublishedQuestion> questions,
    List<UUID> related,
    int characters)
    implements Weighted {

  @Override
  public int weight() {
    int weight = weightOf(characters);
    for (PublishedQuestion question : questions) {
      weight += question.weight();
    }
    return weight;
  }
}
