package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.QuestionDocument;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Evaluates a filter of questions in memory, with the meaning of {@link ListingSql}. */
public final class QuestionMatcher {

  private final Map<String, Object> conditions;
  private final Predicate<UUID> inDatabase;
  private final Supplier<Map<String, PublishedGuide>> guides;

  /**
   * @param inDatabase whether a question, by key, meets the conditions that the database evaluates
   * @param guides the guides of the questions by slug, loaded only when needed
   */
  public QuestionMatcher(
      Listing listing, Predicate<UUID> inDatabase, Supplier<Map<String, PublishedGuide>> guides) {
    this.conditions = listing.conditions();
    this.inDatabase = inDatabase;
    this.guides = guides;
  }

  /**
   * Whether a question meets the conditions.
   *
   * @param leftOut the facet whose conditions do not count, or null
   */
  boolean matches(PublishedQuestion question, Facet leftOut) {
    QuestionDocument text = question.document();
    return matches(Facet.TYPES, List.of(text.type()), leftOut)
        && matches(Facet.DIFFICULTIES, difficulty(text), leftOut)
        && matches(Facet.TAGS, text.tags(), leftOut)
        && matches(Facet.CRITERIA, text.criteria(), leftOut)
        && holds("ids", List.of(question.id()))
        && holds("slugs", List.of(text.slug()))
        && holds("guide", question.guides())
        && inDatabase.test(question.id())
        && (!isPlaced(leftOut) || placements(question, leftOut).findAny().isPresent());
  }

  /** The values of a question that a facet counts. */
  Set<String> values(PublishedQuestion question, Facet facet) {
    QuestionDocument text = question.document();
    return switch (facet) {
      case TYPES -> Set.of(text.type());
      case DIFFICULTIES -> Set.copyOf(difficulty(text));
      case TAGS -> new HashSet<>(text.tags());
      case CRITERIA -> new HashSet<>(text.criteria());
      case FAMILIES -> distinct(placements(question, facet).map(g -> g.document().family()));
      case SENIORITIES ->
          distinct(placements(question, facet).map(g -> g.document().seniority().name()));
    };
  }

  private static Set<String> distinct(Stream<String> values) {
    return new HashSet<>(values.toList());
  }

  private static List<String> difficulty(QuestionDocument text) {
    return text.difficulty() == null ? List.of() : List.of(text.difficulty().name());
  }

  private boolean matches(Facet facet, Collection<String> values, Facet leftOut) {
    return facet == leftOut || facet.conditions.stream().allMatch(name -> holds(name, values));
  }

  private boolean holds(String name, Collection<?> values) {
    Object wanted = conditions.get(name);
    Collection<?> any =
        wanted instanceof Collection<?> list ? list : List.of(wanted == null ? "" : wanted);
    return wanted == null || !Collections.disjoint(any, values);
  }

  private boolean isPlaced(Facet leftOut) {
    return ListingSql.PLACEMENT.stream()
        .anyMatch(
            name ->
                conditions.containsKey(name)
                    && (leftOut == null || !leftOut.conditions.contains(name)));
  }

  /** The guides of a question that meet all conditions on guides together. */
  private Stream<PublishedGuide> placements(PublishedQuestion question, Facet leftOut) {
    return question.guides().stream()
        .map(guides.get()::get)
        .filter(Objects::nonNull)
        .filter(guide -> holds("guides", List.of(guide.document().slug())))
        .filter(guide -> matches(Facet.FAMILIES, List.of(guide.document().family()), leftOut))
        .filter(
            guide ->
                matches(Facet.SENIORITIES, List.of(guide.document().seniority().name()), leftOut));
  }
}
