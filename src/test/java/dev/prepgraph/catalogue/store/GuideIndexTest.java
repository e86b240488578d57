package dev.prepgraph.catalogue.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.catalogue.model.GuideDocument;
import dev.prepgraph.catalogue.schema.Seniority;
import dev.prepgraph.catalogue.schema.part.RelatedGuideKind;
import dev.prepgraph.catalogue.store.GuideIndex.Entry;
import dev.prepgraph.catalogue.store.GuideIndex.Related;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuideIndexTest {

  private static Entry guide(String slug, String family, Seniority seniority, String... criteria) {
    return new Entry(UUID.randomUUID(), slug, family, seniority.name(), criteria);
  }

  private static GuideDocument document(Entry guide, GuideDocument.Related... named) {
    return new GuideDocument(
        guide.slug(),
        guide.slug(),
        guide.family(),
        Seniority.valueOf(guide.seniority()),
        null,
        "",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(guide.criteria()),
        null,
        null,
        null,
        null,
        List.of(named),
        null);
  }

  private static List<Entry> random(int count) {
    Random random = new Random(count);
    List<Entry> guides = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<String> criteria = new HashSet<>();
      for (int j = random.nextInt(6); j > 0; j--) {
        criteria.add("criterion-" + random.nextInt(12));
      }
      guides.add(
          guide(
              "guide-%05d".formatted(i),
              "family-" + random.nextInt(1 + count / 8),
              Seniority.values()[random.nextInt(5)],
              criteria.toArray(String[]::new)));
    }
    return guides;
  }

  /** As the schema describes the order. */
  private static List<String> expected(Entry guide, List<Entry> all) {
    return all.stream()
        .filter(other -> other != guide)
        .sorted(
            Comparator.comparing((Entry other) -> !other.family().equals(guide.family()))
                .thenComparing(
                    other -> other.family().equals(guide.family()) ? 0 : -shared(guide, other))
                .thenComparing(other -> Math.abs(distance(guide, other)))
                .thenComparing(other -> -distance(guide, other))
                .thenComparing(Entry::slug))
        .limit(6)
        .map(Entry::slug)
        .toList();
  }

  private static int shared(Entry a, Entry b) {
    Set<String> shared = new HashSet<>(List.of(a.criteria()));
    shared.retainAll(List.of(b.criteria()));
    return shared.size();
  }

  private static int distance(Entry a, Entry b) {
    return Seniority.valueOf(b.seniority()).ordinal() - Seniority.valueOf(a.seniority()).ordinal();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 40, 200})
  void fillsUpWithTheNearestGuides(int count) {
    List<Entry> guides = random(count);
    GuideIndex index = new GuideIndex(guides);

    for (Entry guide : guides) {
      List<String> related =
          index.related(guide.id(), document(guide)).stream()
              .map(found -> guides.stream().filter(g -> g.id().equals(found.guide())).findFirst())
              .map(found -> found.orElseThrow().slug())
              .toList();
      assertThat(related).isEqualTo(expected(guide, guides)).hasSize(Math.min(6, count - 1));
    }
  }

  @Test
  void beginsWithAllThatEditorsNamed() {
    List<Entry> guides = random(20);
    GuideDocument.Related[] named =
        guides.subList(1, 10).stream()
            .map(g -> new GuideDocument.Related(g.slug(), RelatedGuideKind.EDITORS_CHOICE))
            .toArray(GuideDocument.Related[]::new);
    GuideIndex index = new GuideIndex(guides);

    List<Related> related = index.related(guides.get(0).id(), document(guides.get(0), named));

    assertThat(related)
        .containsExactlyElementsOf(
            guides.subList(1, 10).stream()
                .map(g -> new Related(g.id(), RelatedGuideKind.EDITORS_CHOICE))
                .toList());
  }

  @Test
  void leavesOutNamedGuidesThatAreNotPublished() {
    List<Entry> guides = random(2);
    GuideIndex index = new GuideIndex(guides);
    var named = new GuideDocument.Related("no-guide", RelatedGuideKind.NEXT_LEVEL);

    assertThat(index.related(guides.get(0).id(), document(guides.get(0), named)))
        .extracting(Related::guide)
        .containsExactly(guides.get(1).id());
  }

  @Test
  void isQuickWithManyGuides() {
    List<Entry> guides = random(10_000);
    GuideIndex index = new GuideIndex(guides);
    Instant start = Instant.now();

    for (Entry guide : guides.subList(0, 100)) {
      assertThat(index.related(guide.id(), document(guide))).hasSize(6);
    }

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    assertThat(index.weight()).isLessThan(5_000_000);
  }
}
