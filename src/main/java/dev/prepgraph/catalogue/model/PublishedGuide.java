package dev.prepgraph.catalogue.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published revision of a guide, without its questions.
 *
 * @param localizations in all languages; none of a retired one
 * @param characters length of the document, which determines its cache weight
 */
@RegisterForReflection
public record PublishedGuide(
    UUID id,
    int revision,
    Instant publishedAt,
    GuideDocument document,
    List<Localization> localizations,
    int characters)
    implements Weighted {

  /** A retired one. */
  public PublishedGuide(
      UUID id, int revision, Instant publishedAt, GuideDocument document, int characters) {
    this(id, revision, publishedAt, document, List.of(), characters);
  }

  @Override
  public int weight() {
    return weightOf(characters) + 200 * localizations.size();
  }
}
