package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.GuideDocument;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.schema.Seniority;
import dev.prepgraph.catalogue.schema.part.RelatedGuideKind;
import dev.prepgraph.common.limits.Cancellation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All published guides in memory, for lists, filters and relations: one statement loads it. */
public final class GuideIndex implements Weighted {

  /** A published guide. */
  @RegisterForReflection
  public record Entry(UUID id, String slug, String family, String seniority, String[] criteria) {}

  /** A related guide, by key. */
  public record Related(UUID guide, RelatedGuideKind kind) {}

  /**
   * A guide that may be related to another.
   *
   * @param distance of the seniorities, positive for a higher one
   * @param remoteness the smaller, the more related; comparable within the same family, and outside
   */
  private record Candidate(Entry guide, boolean sameFamily, int distance, int remoteness) {

    RelatedGuideKind kind() {
      if (!sameFamily) {
        return RelatedGuideKind.SIMILAR_SKILLS;
      }
      return distance == 1 ? RelatedGuideKind.NEXT_LEVEL : RelatedGuideKind.SAME_FAMILY;
    }
  }

  /** The number of related guides, unless editors choose more or the catalogue has fewer. */
  private static final int RELATED = 6;

  private static final Comparator<Candidate> NEAREST =
      Comparator.comparing((Candidate candidate) -> !candidate.sameFamily())
          .thenComparingInt(Candidate::remoteness)
          .thenComparing(candidate -> candidate.guide().slug());

  private final Map<String, Entry> guides;
  private final Map<String, List<Entry>> families;
  private final Map<String, Integer> criteria = new HashMap<>();
  private final Map<UUID, BitSet> criteriaOfGuides = new HashMap<>();

  /**
   * @param guides in the order of their slugs
   */
  GuideIndex(List<Entry> guides) {
    this.guides =
        guides.stream()
            .collect(
                Collectors.toMap(
                    Entry::slug, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    this.families = guides.stream().collect(Collectors.groupingBy(Entry::family));
    for (Entry guide : guides) {
      if (guide.criteria() != null) { // an empty array in HQL
        for (String slug : guide.criteria()) {
          criteria.putIfAbsent(slug, criteria.size());
        }
        criteriaOfGuides.put(guide.id(), numbers(List.of(guide.criteria())));
      }
    }
  }

  @Override
  public int weight() {
    return 1_000 + 400 * guides.size() + 20 * criteria.size();
  }

  /** The guides of a family, in the order of their slugs. */
  public List<Entry> ofFamily(String slug) {
    return families.getOrDefault(slug, List.of());
  }

  /**
   * The published guides that editors named, then others up to six: of the same family, the nearest
   * seniority first, then those that share the most criteria.
   */
  public List<Related> related(UUID id, GuideDocument guide) {
    Map<UUID, Related> related = new LinkedHashMap<>();
    for (GuideDocument.Related named : guide.related()) {
      Entry other = guides.get(named.guide());
      if (other != null) {
        related.put(other.id(), new Related(other.id(), named.kind()));
      }
    }
    for (Candidate candidate : nearest(id, guide, RELATED + related.size())) {
      if (related.size() < RELATED) {
        related.putIfAbsent(
            candidate.guide().id(), new Related(candidate.guide().id(), candidate.kind()));
      }
    }
    return List.copyOf(related.values());
  }

  private List<Candidate> nearest(UUID id, GuideDocument guide, int count) {
    Cancellation.check();
    BitSet wanted = numbers(guide.criteria());
    // The least related first, to drop it.
    PriorityQueue<Candidate> nearest = new PriorityQueue<>(NEAREST.reversed());
    for (Entry other : guides.values()) {
      if (!other.id().equals(id)) {
        nearest.add(candidate(guide, wanted, other));
        if (nearest.size() > count) {
          nearest.remove();
        }
      }
    }
    List<Candidate> sorted = new ArrayList<>(nearest);
    sorted.sort(NEAREST);
    return sorted;
  }

  private Candidate candidate(GuideDocument guide, BitSet wanted, Entry other) {
    boolean sameFamily = other.family().equals(guide.family());
    int distance = Seniority.valueOf(other.seniority()).ordinal() - guide.seniority().ordinal();
    // Of two that are as near, the higher one first.
    int nearness = 2 * Math.abs(distance) - (distance > 0 ? 1 : 0);
    int remoteness =
        sameFamily ? nearness : nearness - 2 * Seniority.values().length * shared(wanted, other);
    return new Candidate(other, sameFamily, distance, remoteness);
  }

  private int shared(BitSet wanted, Entry other) {
    BitSet shared = criteriaOfGuides.get(other.id());
    if (shared == null || !shared.intersects(wanted)) {
      return 0;
    }
    BitSet both = (BitSet) shared.clone();
    both.and(wanted);
    return both.cardinality();
  }

  /** The numbers of criteria; those of no published guide are left out. */
  private BitSet numbers(Collection<String> slugs) {
    BitSet numbers = new BitSet();
    for (String slug : slugs) {
      Integer number = criteria.get(slug);
      if (number != null) {
        numbers.set(number);
      }
    }
    return numbers;
  }
}
