package dev.prepgraph.catalogue.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.QuestionDocument;
import dev.prepgraph.catalogue.schema.AnswerFramework;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuestionMatcherTest {

  private static final List<GuideIndex.Entry> GUIDES = new ArrayList<>();

  static {
    for (int i = 0; i < 100; i++) {
      GUIDES.add(guide("baker-" + i, "craft", "JUNIOR"));
    }
    GUIDES.add(guide("seller", "trade", "SENIOR"));
  }

  /** A question of the seller's guide whose list of guides ends before that. */
  private static final PublishedQuestion SHARED =
      new PublishedQuestion(
          UUID.randomUUID(),
          1,
          Instant.EPOCH,
          new QuestionDocument(
              "why",
              "Why?",
              "motivation",
              null,
              null,
              AnswerFramework.FREEFORM,
              List.of(),
              null,
              "Because",
              null,
              null,
              List.of(),
              List.of(),
              Map.of()),
          List.of());

  private static GuideIndex.Entry guide(String slug, String family, String seniority) {
    return new GuideIndex.Entry(UUID.randomUUID(), slug, family, seniority, new String[0]);
  }

  private static QuestionMatcher matcher(Map<String, Object> conditions) {
    Listing listing =
        new Listing(Kind.QUESTION, conditions, ListingOrder.DEFAULT, new Languages(List.of()));
    List<String> guides = GUIDES.stream().map(GuideIndex.Entry::slug).limit(100).toList();
    return new QuestionMatcher(
        listing, question -> true, "seller", question -> guides, () -> new GuideIndex(GUIDES));
  }

  private static boolean matches(Map<String, Object> conditions) {
    return matcher(conditions).matches(SHARED, null);
  }

  @Test
  void countsTheGuideBeyondTheFirstHundred() {
    assertThat(matches(Map.of("guide", "seller"))).isTrue();
    assertThat(matches(Map.of("guides", List.of("seller")))).isTrue();
    assertThat(matches(Map.of("families", List.of("trade")))).isTrue();
    assertThat(matches(Map.of("families", List.of("craft")))).isTrue();
    assertThat(matches(Map.of("families", List.of("trade"), "seniorities", List.of("JUNIOR"))))
        .isFalse();
    assertThat(matches(Map.of("families", List.of("none")))).isFalse();
    assertThat(matcher(Map.of()).values(SHARED, Facet.FAMILIES))
        .containsExactlyInAnyOrder("craft", "trade");
    assertThat(matcher(Map.of("families", List.of("trade"))).values(SHARED, Facet.SENIORITIES))
        .containsExactly("SENIOR");
  }
}
