package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.TaxonomyDocument;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.schema.QuestionType;
import dev.prepgraph.catalogue.schema.RatingLevel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The published question types and criteria, localised on demand. */
public final class Taxonomy {

  /** The taxonomy in one language. */
  public record Localized(
      List<QuestionType> questionTypes,
      Map<String, QuestionType> types,
      Map<String, Criterion> criteria) {

    /** The criteria; a retired question may name retired ones, which are left out. */
    public List<Criterion> criteria(List<String> slugs) {
      return slugs.stream().map(criteria::get).filter(Objects::nonNull).toList();
    }

    /** The question type, or a stub with its slug if it is retired. */
    public QuestionType type(String slug) {
      QuestionType type = types.get(slug);
      return type == null ? new QuestionType(slug, slug, "") : type;
    }
  }

  private final TaxonomyDocument document;
  private final Map<UUID, String> criterionSlugs;
  private final Map<Languages, Localized> localized = new ConcurrentHashMap<>();

  public Taxonomy(TaxonomyDocument document) {
    this.document = document;
    this.criterionSlugs =
        document.criteria().stream()
            .collect(
                Collectors.toMap(
                    TaxonomyDocument.CriterionText::id, TaxonomyDocument.CriterionText::slug));
  }

  /** The slug of a criterion, or null. */
  public String criterionSlug(UUID id) {
    return criterionSlugs.get(id);
  }

  public Localized in(Languages languages) {
    return localized.computeIfAbsent(languages, this::localize);
  }

  private Localized localize(Languages languages) {
    List<QuestionType> types =
        document.questionTypes().stream()
            .map(
                t ->
                    new QuestionType(
                        t.slug(),
                        languages.text(t.translations(), "name", t.name()),
                        languages.text(t.translations(), "description", t.description())))
            .toList();
    Map<String, Criterion> criteria =
        document.criteria().stream()
            .map(c -> criterion(c, languages))
            .collect(Collectors.toMap(Criterion::slug, Function.identity()));
    return new Localized(
        types,
        types.stream().collect(Collectors.toMap(QuestionType::slug, Function.identity())),
        criteria);
  }

  private static Criterion criterion(TaxonomyDocument.CriterionText text, Languages languages) {
    List<RatingLevel> levels =
        text.levels().stream()
            .map(
                l ->
                    new RatingLevel(
                        l.score(),
                        languages.text(l.translations(), "label", l.label()),
                        languages.text(l.translations(), "descriptor", l.descriptor())))
            .toList();
    return new Criterion(
        Kind.CRITERION.nodeId(text.id()),
        text.slug(),
        languages.text(text.translations(), "name", text.name()),
        languages.text(text.translations(), "description", text.description()),
        levels);
  }
}
