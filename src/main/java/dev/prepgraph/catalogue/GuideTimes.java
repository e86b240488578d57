package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.part.GuideMinutes;
import dev.prepgraph.catalogue.store.Languages;
import dev.prepgraph.catalogue.store.Placements;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.common.ByLocale;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Estimates the time for guides, from the texts of their pages. */
@ApplicationScoped
public class GuideTimes {

  private record Key(UUID guide, String locale) {}

  private record ReadingKey(UUID guide) {}

  private record Times(GuideMinutes minutes) implements Weighted {
    @Override
    public int weight() {
      return 250;
    }
  }

  private static final int WORDS_A_MINUTE = 200;

  private final PublishedCatalogue catalogue;
  private final Placements placements;

  GuideTimes(PublishedCatalogue catalogue, Placements placements) {
    this.catalogue = catalogue;
    this.placements = placements;
  }

  /**
   * The minutes for reading the page of a guide without its questions, in the default language:
   * plans do not depend on the language of the request that reschedules them.
   */
  public int readingMinutes(RoleGuide guide) {
    return catalogue.get(new ReadingKey(guide.key()), () -> readingTime(guide)).value();
  }

  private Weighted.Value<Integer> readingTime(RoleGuide guide) {
    Presentation untranslated = Presentation.of(catalogue.snapshot(), Languages.DEFAULT);
    PageWords words = new PageWords().guide(untranslated.guide(guide.published()));
    return new Weighted.Value<>(minutes(words), 250);
  }

  /** The estimates of guides; without a cached one, a statement loads their questions. */
  List<GuideMinutes> of(List<RoleGuide> guides) {
    return ByLocale.load(
        guides, Function.identity(), RoleGuide::locale, (ofLocale, locale) -> of(ofLocale, locale));
  }

  private Map<RoleGuide, GuideMinutes> of(Set<RoleGuide> guides, String locale) {
    Map<UUID, RoleGuide> byKey =
        guides.stream().collect(Collectors.toMap(RoleGuide::key, Function.identity()));
    return catalogue
        .load(
            byKey.keySet(),
            id -> new Key(id, locale),
            Times.class,
            missing -> estimate(missing, byKey, locale))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(e -> byKey.get(e.getKey()), e -> e.getValue().minutes()));
  }

  private Map<UUID, Times> estimate(
      Collection<UUID> ids, Map<UUID, RoleGuide> guides, String locale) {
    Presentation presentation = Presentation.of(catalogue.snapshot(), locale);
    Map<UUID, Times> times = new HashMap<>();
    placements
        .questions(ids)
        .forEach(
            (id, questions) ->
                times.put(
                    id,
                    new Times(
                        estimate(
                            guides.get(id),
                            questions.stream().map(presentation::question).toList()))));
    return times;
  }

  private static GuideMinutes estimate(RoleGuide guide, List<Question> questions) {
    return new GuideMinutes(
        minutes(new PageWords().guide(guide).questions(questions)),
        questions.stream().mapToInt(Question::estimatedMinutes).sum());
  }

  private static int minutes(PageWords page) {
    return (page.count() + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
  }
}
