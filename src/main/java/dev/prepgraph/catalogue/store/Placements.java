package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.Weighted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Which questions guides contain, and which guides contain a question, cached per publication. */
@ApplicationScoped
public class Placements {

  private record QuestionsKey(UUID guide) {}

  private record GuidesKey(UUID question) {}

  /** The questions of a guide, in its order. */
  private record Questions(List<PublishedQuestion> questions) implements Weighted {
    @Override
    public int weight() {
      return 300 + questions.stream().mapToInt(Weighted::weight).sum();
    }
  }

  private record Guides(List<String> slugs) implements Weighted {
    @Override
    public int weight() {
      return 300 + 80 * slugs.size();
    }
  }

  /** What filters and facets of questions tell guides apart by. */
  public record GuideKind(String family, String seniority) {}

  private record KindsKey(UUID question, List<String> guides) {}

  private record Kinds(Set<GuideKind> kinds) implements Weighted {
    @Override
    public int weight() {
      return 300 + 100 * kinds.size();
    }
  }

  private final PublishedCatalogue catalogue;
  private final PublicationRepository repository;

  Placements(PublishedCatalogue catalogue, PublicationRepository repository) {
    this.catalogue = catalogue;
    this.repository = repository;
  }

  /** The questions of each guide, in the guide's order; empty for a guide that is retired. */
  public Map<UUID, List<PublishedQuestion>> questions(Collection<UUID> guides) {
    Map<UUID, List<PublishedQuestion>> questions = new HashMap<>();
    catalogue
        .load(guides, QuestionsKey::new, Questions.class, this::readQuestions)
        .forEach((guide, contents) -> questions.put(guide, contents.questions()));
    return questions;
  }

  private Map<UUID, Questions> readQuestions(Collection<UUID> guides) {
    Map<UUID, Questions> contents = new HashMap<>();
    guides.forEach(guide -> contents.put(guide, new Questions(new ArrayList<>())));
    repository
        .questionsOfGuides(guides)
        .forEach(placed -> contents.get(placed.guide()).questions().add(placed.question()));
    return contents;
  }

  /** Sorted slugs of the guides that contain each of the questions, at most 100 a question. */
  public Function<UUID, List<String>> guides(Collection<UUID> questions) {
    Map<UUID, Guides> loaded =
        catalogue.load(questions, GuidesKey::new, Guides.class, this::readGuides);
    return question -> loaded.get(question).slugs();
  }

  private Map<UUID, Guides> readGuides(Collection<UUID> questions) {
    Map<UUID, Guides> guides = new HashMap<>();
    questions.forEach(question -> guides.put(question, new Guides(new ArrayList<>())));
    repository
        .guidesOfQuestions(questions)
        .forEach(placement -> guides.get(placement.question()).slugs().add(placement.guide()));
    return guides;
  }

  /**
   * The kinds of the guides that contain each of the questions.
   *
   * @param guides slugs of the guides that count; null for all
   */
  public Function<UUID, Set<GuideKind>> kinds(Collection<UUID> questions, List<String> guides) {
    Map<UUID, Kinds> loaded =
        catalogue.load(
            questions,
            question -> new KindsKey(question, guides),
            Kinds.class,
            some -> readKinds(some, guides));
    return question -> loaded.get(question).kinds();
  }

  private Map<UUID, Kinds> readKinds(Collection<UUID> questions, List<String> guides) {
    Map<UUID, Kinds> kinds = new HashMap<>();
    questions.forEach(question -> kinds.put(question, new Kinds(new HashSet<>())));
    repository
        .kindsOfGuidesOfQuestions(questions, guides)
        .forEach(
            placed ->
                kinds
                    .get(placed.question())
                    .kinds()
                    .add(new GuideKind(placed.family(), placed.seniority())));
    return kinds;
  }
}
