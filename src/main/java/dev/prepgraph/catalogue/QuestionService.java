package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.QuestionFilter;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.search.TextMatches;
import dev.prepgraph.catalogue.store.GuideQuestions;
import dev.prepgraph.catalogue.store.Listing;
import dev.prepgraph.catalogue.store.ListingService;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads published questions. */
@ApplicationScoped
public class QuestionService {

  private final PublishedCatalogue catalogue;
  private final ListingService listings;
  private final TextMatches textMatches;
  private final Cursors cursors;

  QuestionService(
      PublishedCatalogue catalogue,
      ListingService listings,
      TextMatches textMatches,
      Cursors cursors) {
    this.catalogue = catalogue;
    this.listings = listings;
    this.textMatches = textMatches;
    this.cursors = cursors;
  }

  /**
   * Finds a question by its slug or its id.
   *
   * @return the question, or null
   * @throws dev.prepgraph.common.error.RequestException when not exactly one of the two is given,
   *     or the locale is no language tag
   */
  Question find(String slug, String id, String locale) {
    Presentation presentation = Presentation.of(catalogue.snapshot(), locale);
    return GuideService.lookUp(catalogue, Kind.QUESTION, slug, id)
        .map(key -> catalogue.questions(List.of(key)).get(key))
        .map(presentation::question)
        .orElse(null);
  }

  /** A page of the questions that match a filter, by slug. */
  Page<Question> list(QuestionFilter filter, PageRequest page, String locale) {
    Presentation presentation = Presentation.of(catalogue.snapshot(), locale);
    Page<UUID> ids = listings.page(Listing.of(filter, presentation.languages().best()), page);
    Map<UUID, PublishedQuestion> questions = catalogue.questions(ids.nodes());
    return ids.map(id -> presentation.question(questions.get(id)));
  }

  /**
   * Questions by key, loaded at once; those that are not published are left out.
   *
   * @param locale the language to answer in, or null
   */
  Map<UUID, Question> byIds(Collection<UUID> ids, String locale) {
    Presentation presentation = Presentation.of(catalogue.snapshot(), locale);
    return catalogue.questions(ids).values().stream()
        .collect(Collectors.toMap(PublishedQuestion::id, presentation::question));
  }

  /**
   * Questions by key, loaded at once, as they are published or, where a question is no longer, as
   * they were last.
   *
   * @param locale the language to answer in, or null
   */
  public Map<UUID, Question> everPublished(Collection<UUID> ids, String locale) {
    Presentation presentation = Presentation.of(catalogue.snapshot(), locale);
    return catalogue.everPublished(ids).values().stream()
        .collect(Collectors.toMap(PublishedQuestion::id, presentation::question));
  }

  /** The key of the question that a node id names; empty when it is no question's id. */
  public static Optional<UUID> key(String id) {
    return NodeId.parse(Kind.QUESTION.letter, id);
  }

  /** The node id of a question. */
  public static String id(UUID key) {
    return Kind.QUESTION.nodeId(key);
  }

  /**
   * A page of a guide's questions, in the guide's order, out of the guide that is already loaded.
   */
  Page<Question> ofGuide(RoleGuide guide, QuestionFilter filter, PageRequest page) {
    Presentation presentation = Presentation.of(catalogue.snapshot(), guide.locale());
    QuestionFilter given = filter == null ? QuestionFilter.NONE : filter;
    Listing listing = Listing.of(given, "");
    Predicate<UUID> matchesText = textMatches.of(guide, listing.conditions().get("text"));
    return new GuideQuestions(guide.published(), given, listing.scope(), matchesText, cursors)
        .page(page)
        .map(presentation::question);
  }

  /** All questions of a guide, in the guide's order, out of the guide that is already loaded. */
  public List<Question> ofGuide(RoleGuide guide) {
    Presentation presentation = Presentation.of(catalogue.snapshot(), guide.locale());
    return guide.published().questions().stream().map(presentation::question).toList();
  }

  /**
   * The published criteria by slug.
   *
   * @param locale the language to answer in, or null
   */
  public Map<String, Criterion> criteria(String locale) {
    return Presentation.of(catalogue.snapshot(), locale).taxonomy().criteria();
  }
}
