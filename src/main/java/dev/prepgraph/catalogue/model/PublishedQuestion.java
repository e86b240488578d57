package dev.prepgraph.catalogue.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published revision of a question.
 *
 * @param localizations in all languages; none of a retired one
 * @param guides sorted slugs of the guides that contain it, at most 100
 * @param characters length of the document, which determines its cache weight
 */
@RegisterForReflection
public record PublishedQuestion(
    UUID id,
    int revision,
    Instant publishedAt,
    QuestionDocument document,
    List<Localization> localizations,
    List<String> guides,
    int characters)
    implements Weighted {

  /** For HQL, where an empty array is null. */
  public PublishedQuestion(
      UUID id,
      int revision,
      Instant publishedAt,
      QuestionDocument document,
      List<Localization> localizations,
      String[] guides,
      int characters) {
    this(
        id,
        revision,
        publishedAt,
        document,
        localizations,
        guides == null ? List.of() : List.of(guides),
        characters);
  }

  /** A retired one. */
  public PublishedQuestion(
      UUID id,
      int revision,
      Instant publishedAt,
      QuestionDocument document,
      String[] guides,
      int characters) {
    this(id, revision, publishedAt, document, List.of(), guides, characters);
  }

  @Override
  public int weight() {
    return weightOf(characters) + 80 * guides.size() + 200 * localizations.size();
  }
}
