package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.part.GuideMinutes;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Estimates the time for guides, from the texts of their pages. */
@ApplicationScoped
class GuideTimes {

  private record Key(UUID guide, String locale) {}

  private static final int WORDS_A_MINUTE = 200;

  private final PublishedCatalogue catalogue;

  GuideTimes(PublishedCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The estimates of guides; one statement for the questions that are not cached. */
  List<GuideMinutes> of(List<RoleGuide> guides) {
    Map<UUID, List<PublishedQuestion>> questions =
        catalogue.questionsOfGuides(
            guides.stream().map(RoleGuide::key).collect(Collectors.toSet()));
    return guides.stream().map(guide -> of(guide, questions.get(guide.key()))).toList();
  }

  private GuideMinutes of(RoleGuide guide, List<PublishedQuestion> questions) {
    Key key = new Key(guide.key(), guide.locale());
    return catalogue.get(key, () -> new Weighted.Value<>(estimate(guide, questions), 250)).value();
  }

  private GuideMinutes estimate(RoleGuide guide, List<PublishedQuestion> published) {
    Presentation presentation = Presentation.of(catalogue.snapshot(), guide.locale());
    List<Question> questions = published.stream().map(presentation::question).toList();
    int words = new PageWords().guide(guide).questions(questions).count();
    return new GuideMinutes(
        (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE,
        questions.stream().mapToInt(Question::estimatedMinutes).sum());
  }
}
