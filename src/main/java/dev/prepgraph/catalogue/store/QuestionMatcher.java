package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.QuestionDocument;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Evaluates a filter of the questions of a guide in memory, with the meaning of {@link ListingSql};
 * of the guides that contain a question, this one and those that are given count.
 */
public final class QuestionMatcher {

  private final Map<String, Object> conditions;
  private final Instant changedAfter;
  private final Predicate<UUID> matchesText;
  private final String guide;
  private final Function<UUID, List<String>> guidesOf;
  private final Supplier<GuideIndex> index;

  /**
   * @param matchesText whether a question, by key, matches the text of the filter
   * @param guide slug of the guide
   * @param guidesOf slugs of the guides that contain a question, loaded only when needed
   * @param index loaded only when needed
   */
  public QuestionMatcher(
      Listing listing,
      Predicate<UUID> matchesText,
      String guide,
      Function<UUID, List<String>> guidesOf,
      Supplier<GuideIndex> index) {
    this.conditions = listing.conditions();
    this.changedAfter = listing.changedAfter();
    this.matchesText = matchesText;
    this.guide = guide;
    this.guidesOf = guidesOf;
    this.index = index;
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
        && (!conditions.containsKey("guide") || holds("guide", guides(question)))
        && isChanged(question)
        && matchesText.test(question.id())
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
      case FAMILIES -> distinct(placements(question, facet).map(GuideIndex.Entry::family));
      case SENIORITIES -> distinct(placements(question, facet).map(GuideIndex.Entry::seniority));
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

  /** The guides of a question that meet all conditions on guides together. */
  private Stream<GuideIndex.Entry> placements(PublishedQuestion question, Facet leftOut) {
    return guides(question).stream()
        .map(index.get()::guide)
        .filter(Objects::nonNull)
        .filter(entry -> holds("guides", List.of(entry.slug())))
        .filter(entry -> matches(Facet.FAMILIES, List.of(entry.family()), leftOut))
        .filter(entry -> matches(Facet.SENIORITIES, List.of(entry.seniority()), leftOut));
  }

  private Set<String> guides(PublishedQuestion question) {
    Set<String> guides = new HashSet<>(guidesOf.apply(question.id()));
    guides.add(guide);
    return guides;
  }
}
