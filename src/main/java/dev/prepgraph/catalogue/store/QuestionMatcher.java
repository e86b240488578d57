package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.QuestionDocument;
import dev.prepgraph.catalogue.store.Placements.GuideKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Evaluates a filter of the questions of a guide in memory, with the meaning of {@link ListingSql}.
 */
public final class QuestionMatcher {

  private final Map<String, Object> conditions;
  private final Instant changedAfter;
  private final Predicate<UUID> matchesText;
  private final Predicate<UUID> isInGuide;
  private final Function<UUID, Set<GuideKind>> kindsOf;

  /**
   * @param matchesText whether a question, by key, matches the text of the filter
   * @param isInGuide whether the filter's one guide contains a question; true without one
   * @param kindsOf the kinds of those of the filter's guides that contain a question, of all
   *     without any; loaded only when needed
   */
  public QuestionMatcher(
      Listing listing,
      Predicate<UUID> matchesText,
      Predicate<UUID> isInGuide,
      Function<UUID, Set<GuideKind>> kindsOf) {
    this.conditions = listing.conditions();
    this.changedAfter = listing.changedAfter();
    this.matchesText = matchesText;
    this.isInGuide = isInGuide;
    this.kindsOf = kindsOf;
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
        && isChanged(question)
        && matchesText.test(question.id())
        && isInGuide.test(question.id())
        && (!isPlaced(leftOut) || kinds(question, leftOut).findAny().isPresent());
  }

  /** The values of a question that a facet counts. */
  Set<String> values(PublishedQuestion question, Facet facet) {
    QuestionDocument text = question.document();
    return switch (facet) {
      case TYPES -> Set.of(text.type());
      case DIFFICULTIES -> Set.copyOf(difficulty(text));
      case TAGS -> new HashSet<>(text.tags());
      case CRITERIA -> new HashSet<>(text.criteria());
      case FAMILIES -> distinct(kinds(question, facet).map(GuideKind::family));
      case SENIORITIES -> distinct(kinds(question, facet).map(GuideKind::seniority));
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

  /** The database rounds the time of the filter to microseconds. */
  private boolean isChanged(PublishedQuestion question) {
    return changedAfter == null || question.publishedAt().minusNanos(500).isAfter(changedAfter);
  }

  private boolean isPlaced(Facet leftOut) {
    return ListingSql.PLACEMENT.stream()
        .anyMatch(
            name ->
                conditions.containsKey(name)
                    && (leftOut == null || !leftOut.conditions.contains(name)));
  }

  /** The kinds of guides of a question that meet all conditions on guides together. */
  private Stream<GuideKind> kinds(PublishedQuestion question, Facet leftOut) {
    return kindsOf.apply(question.id()).stream()
        .filter(kind -> matches(Facet.FAMILIES, List.of(kind.family()), leftOut))
        .filter(kind -> matches(Facet.SENIORITIES, List.of(kind.seniority()), leftOut));
  }
}
