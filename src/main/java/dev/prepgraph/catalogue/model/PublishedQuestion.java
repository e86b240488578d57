package dev.prepgraph.catalogue.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published revision of a question.
 *
 * @param localizations in all languages; none of a retired one
 */
@RegisterForReflection
public record PublishedQuestion(
    UUID id,
    int revision,
    Instant publishedAt,
    QuestionDocument document,
    List<Localization> localizations)
    implements Weighted {

  /** A retired one. */
  public PublishedQuestion(UUID id, int revision, Instant publishedAt, QuestionDocument document) {
    this(id, revision, publishedAt, document, List.of());
  }

  @Override
  public int weight() {
    return weightOf(document) + 200 * localizations.size();
  }
}
