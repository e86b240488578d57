package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.TaxonomyDocument;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.schema.QuestionType;
import dev.prepgraph.catalogue.schema.RatingLevel;
import dev.prepgraph.catalogue.schema.part.RoleFamily;
import dev.prepgraph.richtext.RichText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The published families, question types and criteria, localised on demand. */
public final class Taxonomy {

  /**
   * The taxonomy in one language, by slug.
   *
   * @param families in the order of their slugs
   * @param types in the order of the taxonomy, as are the criteria
   */
  public record Localized(
      Map<String, RoleFamily> families,
      Map<String, QuestionType> types,
      Map<String, Criterion> criteria,
      String locale) {

    /** The criteria; a retired question may name retired ones, which are left out. */
    public List<Criterion> criteria(List<String> slugs) {
      return slugs.stream().map(criteria::get).filter(Objects::nonNull).toList();
    }

    /** The question type, or a stub with its slug if it is retired. */
    public QuestionType type(String slug) {
      QuestionType type = types.get(slug);
      return type == null
          ? new QuestionType(
              QuestionType.id(slug),
              slug,
              slug,
              "",
              RichText.of("", Languages.DEFAULT),
              Languages.DEFAULT)
          : type;
    }

    /** The family, or a stub with its slug if it is retired. */
    public RoleFamily family(String slug) {
      RoleFamily family = families.get(slug);
      return family == null
          ? new RoleFamily(RoleFamily.id(slug), slug, slug, null, null, Languages.DEFAULT, locale)
          : family;
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
    return new Localized(
        by(document.families(), f -> family(f, languages), RoleFamily::slug),
        by(document.questionTypes(), t -> type(t, languages), QuestionType::slug),
        by(document.criteria(), c -> criterion(c, languages), Criterion::slug),
        languages.best());
  }

  private static <T, R> Map<String, R> by(
      Collection<T> texts, Function<T, R> localize, Function<R, String> slug) {
    Map<String, R> localized = new LinkedHashMap<>();
    for (T text : texts) {
      R object = localize.apply(text);
      localized.put(slug.apply(object), object);
    }
    return localized;
  }

  private static RoleFamily family(TaxonomyDocument.Family text, Languages languages) {
    RichText description = languages.rich(text.translations(), "description", text.description());
    return new RoleFamily(
        RoleFamily.id(text.slug()),
        text.slug(),
        languages.text(text.translations(), "name", text.name()),
        RichText.markdownOf(description),
        description,
        languages.resolve(text.translations(), "name"),
        languages.best());
  }

  private static QuestionType type(TaxonomyDocument.Type text, Languages languages) {
    RichText description = languages.rich(text.translations(), "description", text.description());
    return new QuestionType(
        QuestionType.id(text.slug()),
        text.slug(),
        languages.text(text.translations(), "name", text.name()),
        RichText.markdownOf(description),
        description,
        languages.resolve(text.translations(), "name"));
  }

  private static Criterion criterion(TaxonomyDocument.CriterionText text, Languages languages) {
    RichText description = languages.rich(text.translations(), "description", text.description());
    return new Criterion(
        Kind.CRITERION.nodeId(text.id()),
        text.slug(),
        languages.text(text.translations(), "name", text.name()),
        RichText.markdownOf(description),
        description,
        text.levels().stream().map(level -> level(level, languages)).toList(),
        languages.resolve(text.translations(), "name"));
  }

  private static RatingLevel level(TaxonomyDocument.Level text, Languages languages) {
    RichText descriptor = languages.rich(text.translations(), "descriptor", text.descriptor());
    return new RatingLevel(
        text.score(),
        languages.text(text.translations(), "label", text.label()),
        RichText.markdownOf(descriptor),
        descriptor,
        languages.resolve(text.translations(), "label"));
  }
}
