package dev.prepgraph.catalogue.model;

import java.util.List;
import java.util.UUID;

/**
 * A published question.
 *
 * @param guides the guides that it is in, by slug
 * @param characters the length of its texts, from which the cache estimates its weight
 */
public record PublishedQuestion(
    UUID id, int revision, QuestionDocument document, List<GuideRef> guides, int characters)
    implements Weighted {

  /** A guide that a question is in. */
  public record GuideRef(UUID id, String slug) {}

  @Override
  public int weight() {
    return weightOf(characters) + 120 * guides.size();
  }
}
