package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.QuestionEdge;
import dev.prepgraph.catalogue.schema.QuestionFilter;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.part.InterviewStep;
import dev.prepgraph.catalogue.search.SearchRepository;
import dev.prepgraph.catalogue.store.GuideQuestions;
import dev.prepgraph.catalogue.store.Listing;
import dev.prepgraph.catalogue.store.ListingRepository;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads published questions. */
@ApplicationScoped
public class QuestionService {

  private final PublishedCatalogue catalogue;
  private final ListingRepository listings;
  private final SearchRepository search;
  private final Cursors cursors;

  QuestionService(
      PublishedCatalogue catalogue,
      ListingRepository listings,
      SearchRepository search,
      Cursors cursors) {
    this.catalogue = catalogue;
    this.listings = listings;
    this.search = search;
    this.cursors = cursors;
  }

  /** Finds a question by exactly one of slug and id; returns null for an unknown one. */
  Question find(String slug, String id, String locale) {
    Presentation presentation = presentation(locale);
    return GuideService.lookUp(catalogue, Kind.QUESTION, slug, id)
        .map(key -> catalogue.questions(List.of(key)).get(key))
        .map(presentation::question)
        .orElse(null);
  }

  /** A page of the questions that match a filter, by slug. */
  Page<Question> list(QuestionFilter filter, PageRequest page, String locale) {
    Presentation presentation = presentation(locale);
    Page<UUID> ids = listings.page(Listing.of(filter, presentation.languages().best()), page);
    Map<UUID, PublishedQuestion> questions = catalogue.questions(ids.nodes());
    return ids.map(id -> presentation.question(questions.get(id)));
  }

  /** Published questions by key, loaded together; {@code locale} may be null. */
  Map<UUID, Question> byIds(Collection<UUID> ids, String locale) {
    return present(presentation(locale), catalogue.questions(ids));
  }

  /** Questions by key in their last revision, loaded together. */
  public Map<UUID, Question> everPublished(Collection<UUID> ids, String locale) {
    return present(presentation(locale), catalogue.everPublished(ids));
  }

  private static Map<UUID, Question> present(
      Presentation presentation, Map<UUID, PublishedQuestion> published) {
    return published.values().stream()
        .collect(Collectors.toMap(PublishedQuestion::id, presentation::question));
  }

  /** The key in the node id of a question; empty for any other id. */
  public static Optional<UUID> key(String id) {
    return NodeId.parse(Kind.QUESTION.letter, id);
  }

  /** The node id of a question. */
  public static String id(UUID key) {
    return Kind.QUESTION.nodeId(key);
  }

  /** The same page of the questions of each guide, in its order, as edges without cursors. */
  List<Page<QuestionEdge>> ofGuides(
      List<RoleGuide> guides, QuestionFilter filter, PageRequest page) {
    QuestionFilter given = filter == null ? QuestionFilter.NONE : filter;
    return ByLocale.load(
        guides,
        RoleGuide::key,
        RoleGuide::locale,
        (keys, locale) -> ofGuides(keys, locale, given, page));
  }

  private Map<UUID, Page<QuestionEdge>> ofGuides(
      Set<UUID> guides, String locale, QuestionFilter filter, PageRequest request) {
    Presentation presentation = presentation(locale);
    Listing listing = Listing.of(filter, "");
    Map<UUID, List<PublishedQuestion>> questions = catalogue.questionsOfGuides(guides);
    Map<UUID, Set<UUID>> matching = search.questionsOfGuides(guides, listing.text(), locale);
    Map<UUID, Page<QuestionEdge>> pages = new HashMap<>();
    for (UUID guide : guides) {
      Predicate<UUID> matchesText =
          listing.text() == null
              ? question -> true
              : matching.getOrDefault(guide, Set.of())::contains;
      pages.put(
          guide,
          new GuideQuestions(
                  questions.get(guide), filter, guide + " " + listing.scope(), matchesText, cursors)
              .page(request)
              .map(
                  placed ->
                      new QuestionEdge(
                          presentation.question(placed.question()), null, 1 + placed.position())));
    }
    return pages;
  }

  /** All questions of a guide, in the guide's order; none of a retired one. */
  public List<Question> ofGuide(RoleGuide guide) {
    Presentation presentation = presentation(guide.locale());
    return catalogue.questionsOfGuides(List.of(guide.key())).get(guide.key()).stream()
        .map(presentation::question)
        .toList();
  }

  /** The questions of each step, loaded together; none of the step of a retired guide. */
  List<List<Question>> ofSteps(List<InterviewStep> steps) {
    Map<UUID, List<PublishedQuestion>> ofGuides =
        catalogue.questionsOfGuides(
            steps.stream().map(InterviewStep::guide).collect(Collectors.toSet()));
    return steps.stream()
        .map(
            step -> {
              Presentation presentation = presentation(step.locale());
              Map<String, PublishedQuestion> bySlug =
                  ofGuides.get(step.guide()).stream()
                      .collect(Collectors.toMap(q -> q.document().slug(), Function.identity()));
              return step.questionSlugs().stream()
                  .filter(bySlug::containsKey)
                  .map(slug -> presentation.question(bySlug.get(slug)))
                  .toList();
            })
        .toList();
  }

  private Presentation presentation(String locale) {
    return Presentation.of(catalogue.snapshot(), locale);
  }
}
