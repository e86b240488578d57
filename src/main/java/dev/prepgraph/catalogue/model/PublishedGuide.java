package dev.prepgraph.catalogue.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A published revision of a guide, without its questions.
 *
 * @param characters length of the document, which determines its cache weight
 */
@RegisterForReflection
public record PublishedGuide(
    UUID id, int revision, Instant publishedAt, GuideDocument document, int characters)
    implements Weighted {

  @Override
  public int weight() {
    return weightOf(characters);
  }
}
