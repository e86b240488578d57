package dev.prepgraph.catalogue.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published revision of a guide, without its questions.
 *
 * @param localizations in all languages; none of a retired one
 */
@RegisterForReflection
public record PublishedGuide(
    UUID id,
    int revision,
    Instant publishedAt,
    GuideDocument document,
    List<Localization> localizations)
    implements Weighted {

  /** A retired one. */
  public PublishedGuide(UUID id, int revision, Instant publishedAt, GuideDocument document) {
    this(id, revision, publishedAt, document, List.of());
  }

  @Override
  public int weight() {
    return weightOf(document) + 200 * localizations.size();
  }
}
