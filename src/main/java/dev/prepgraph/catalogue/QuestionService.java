package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.QuestionConnection;
import dev.prepgraph.catalogue.schema.QuestionEdge;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.listing.GuideQuestionOrder;
import dev.prepgraph.catalogue.schema.listing.QuestionFilter;
import dev.prepgraph.catalogue.schema.listing.QuestionOrder;
import dev.prepgraph.catalogue.schema.part.InterviewStep;
import dev.prepgraph.catalogue.search.SearchRepository;
import dev.prepgraph.catalogue.store.FacetRepository;
import dev.prepgraph.catalogue.store.GuideQuestions;
import dev.prepgraph.catalogue.store.Languages;
import dev.prepgraph.catalogue.store.Listing;
import dev.prepgraph.catalogue.store.ListingRepository;
import dev.prepgraph.catalogue.store.Placements;
import dev.prepgraph.catalogue.store.Placements.GuideKind;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.catalogue.store.QuestionMatcher;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.lazy.Lazy;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final FacetRepository facets;
  private final SearchRepository search;
  private final Placements placements;
  private final Cursors cursors;

  QuestionService(
      PublishedCatalogue catalogue,
      ListingRepository listings,
      FacetRepository facets,
      SearchRepository search,
      Placements placements,
      Cursors cursors) {
    this.catalogue = catalogue;
    this.listings = listings;
    this.facets = facets;
    this.search = search;
    this.placements = placements;
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

  /** A page of the questions that match a filter; the order may be null. */
  QuestionConnection list(
      QuestionFilter filter, QuestionOrder order, PageRequest page, String locale) {
    Presentation presentation = presentation(locale);
    Listing listing = Listing.of(filter, order, presentation.languages());
    Page<UUID> ids = listings.page(listing, page);
    Map<UUID, PublishedQuestion> questions = catalogue.questions(ids.nodes());
    return QuestionConnection.of(
        ids.map(id -> presentation.question(questions.get(id))), () -> facets.questions(listing));
  }

  /** Published questions by key, loaded together; a null locale is that of the request. */
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

  /** The same page of the questions of each guide; filter and order may be null. */
  List<QuestionConnection> ofGuides(
      List<RoleGuide> guides, QuestionFilter filter, GuideQuestionOrder order, PageRequest page) {
    Listing listing = Listing.of(filter, null, new Languages(List.of()));
    return ByLocale.load(
        guides,
        RoleGuide::key,
        RoleGuide::locale,
        (keys, locale) -> ofGuides(Set.copyOf(keys), locale, listing, order, page));
  }

  private Map<UUID, QuestionConnection> ofGuides(
      Set<UUID> guides,
      String locale,
      Listing listing,
      GuideQuestionOrder order,
      PageRequest request) {
    Presentation presentation = presentation(locale);
    Map<UUID, List<PublishedQuestion>> questions = placements.questions(guides);
    Map<UUID, Set<UUID>> matching =
        search.questionsOfGuides(guides, listing.text(), presentation.languages());
    Set<UUID> all = keys(questions.values());
    Lazy<Function<UUID, Set<GuideKind>>> kindsOf =
        new Lazy<>(() -> placements.kinds(all, listing.guides()));
    Lazy<Function<UUID, Set<GuideKind>>> kindOfGuide =
        new Lazy<>(() -> placements.kinds(all, List.of(listing.guide())));
    Predicate<UUID> isInGuide =
        question -> listing.guide() == null || !kindOfGuide.get().apply(question).isEmpty();
    Map<UUID, QuestionConnection> connections = new HashMap<>();
    for (UUID guide : guides) {
      Predicate<UUID> matchesText =
          listing.text() == null
              ? question -> true
              : matching.getOrDefault(guide, Set.of())::contains;
      QuestionMatcher matcher =
          new QuestionMatcher(
              listing, matchesText, isInGuide, question -> kindsOf.get().apply(question));
      GuideQuestions matched =
          new GuideQuestions(
              questions.get(guide), matcher, order, guide + " " + listing.scope(), cursors);
      Page<GuideQuestions.Placed> page = matched.page(request);
      List<QuestionEdge> edges =
          page.edges(
              (placed, cursor) ->
                  new QuestionEdge(
                      presentation.question(placed.question()), cursor, 1 + placed.position()));
      connections.put(guide, QuestionConnection.of(edges, page, matched::facets));
    }
    return connections;
  }

  private static Set<UUID> keys(Collection<List<PublishedQuestion>> questions) {
    return questions.stream()
        .flatMap(List::stream)
        .map(PublishedQuestion::id)
        .collect(Collectors.toSet());
  }

  /** All questions of a guide, in the guide's order; none of a retired one. */
  public List<Question> ofGuide(RoleGuide guide) {
    Presentation presentation = presentation(guide.locale());
    return placements.questions(List.of(guide.key())).get(guide.key()).stream()
        .map(presentation::question)
        .toList();
  }

  /** The questions of each step, loaded together; none of the step of a retired guide. */
  List<List<Question>> ofSteps(List<InterviewStep> steps) {
    Map<UUID, Map<String, PublishedQuestion>> bySlug = new HashMap<>();
    placements
        .questions(steps.stream().map(InterviewStep::guide).collect(Collectors.toSet()))
        .forEach(
            (guide, questions) ->
                bySlug.put(
                    guide,
                    questions.stream()
                        .collect(Collectors.toMap(q -> q.document().slug(), Function.identity()))));
    return ByLocale.load(
        steps,
        Function.identity(),
        InterviewStep::locale,
        (ofLocale, locale) -> {
          Presentation presentation = presentation(locale);
          return ofLocale.stream()
              .collect(
                  Collectors.toMap(
                      Function.identity(),
                      step ->
                          step.questionSlugs().stream()
                              .map(bySlug.get(step.guide())::get)
                              .filter(Objects::nonNull)
                              .map(presentation::question)
                              .toList()));
        });
  }

  private Presentation presentation(String locale) {
    return Presentation.of(catalogue.snapshot(), locale);
  }
}
