package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.RoleGuideFilter;
import dev.prepgraph.catalogue.store.Listing;
import dev.prepgraph.catalogue.store.ListingRepository;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads published guides. */
@ApplicationScoped
public class GuideService {

  private final PublishedCatalogue catalogue;
  private final ListingRepository listings;

  GuideService(PublishedCatalogue catalogue, ListingRepository listings) {
    this.catalogue = catalogue;
    this.listings = listings;
  }

  /** Finds a guide by exactly one of slug and id; returns null for an unknown one. */
  RoleGuide find(String slug, String id, String locale) {
    Presentation presentation = presentation(locale);
    return lookUp(catalogue, Kind.GUIDE, slug, id)
        .map(key -> catalogue.guides(List.of(key)).get(key))
        .map(presentation::guide)
        .orElse(null);
  }

  /** A page of the guides that match a filter, by slug. */
  Page<RoleGuide> list(RoleGuideFilter filter, PageRequest page, String locale) {
    Presentation presentation = presentation(locale);
    Page<UUID> ids = listings.page(Listing.of(filter, presentation.languages().best()), page);
    Map<UUID, PublishedGuide> guides = catalogue.guides(ids.nodes());
    return ids.map(id -> presentation.guide(guides.get(id)));
  }

  /** Published guides by key, loaded together; {@code locale} may be null. */
  public Map<UUID, RoleGuide> byIds(Collection<UUID> ids, String locale) {
    return present(presentation(locale), catalogue.guides(ids));
  }

  /** Guides by key in their last revision, loaded together; retired ones have no questions. */
  public Map<UUID, RoleGuide> everPublished(Collection<UUID> ids, String locale) {
    return present(presentation(locale), catalogue.everPublishedGuides(ids));
  }

  private static Map<UUID, RoleGuide> present(
      Presentation presentation, Map<UUID, PublishedGuide> published) {
    return published.values().stream()
        .collect(Collectors.toMap(PublishedGuide::id, presentation::guide));
  }

  /** The key in the node id of a guide; empty for any other id. */
  public static Optional<UUID> key(String id) {
    return NodeId.parse(Kind.GUIDE.letter, id);
  }

  /** The node id of a guide. */
  public static String id(UUID key) {
    return Kind.GUIDE.nodeId(key);
  }

  /** The related guides of each guide, loaded together. */
  List<List<RoleGuide>> related(List<RoleGuide> guides) {
    return bySlugs(
        guides, guide -> guide.published().document().relatedGuides(), RoleGuide::locale);
  }

  /** The guides that contain each question, loaded together. */
  List<List<RoleGuide>> ofQuestions(List<Question> questions) {
    return bySlugs(questions, question -> question.published().guides(), Question::locale);
  }

  private <T> List<List<RoleGuide>> bySlugs(
      List<T> sources, Function<T, List<String>> slugs, Function<T, String> locale) {
    Map<String, PublishedGuide> guides =
        catalogue.guidesBySlug(
            sources.stream()
                .flatMap(source -> slugs.apply(source).stream())
                .collect(Collectors.toSet()));
    Map<String, Presentation> presentations = new HashMap<>();
    return sources.stream()
        .map(
            source -> {
              Presentation presentation =
                  presentations.computeIfAbsent(locale.apply(source), this::presentation);
              return slugs.apply(source).stream()
                  .map(guides::get)
                  .filter(Objects::nonNull)
                  .map(presentation::guide)
                  .toList();
            })
        .toList();
  }

  private Presentation presentation(String locale) {
    return Presentation.of(catalogue.snapshot(), locale);
  }

  /** The key of an object, by exactly one of slug and id. */
  static Optional<UUID> lookUp(PublishedCatalogue catalogue, Kind kind, String slug, String id) {
    if ((slug == null) == (id == null)) {
      throw RequestException.badRequest("Give exactly one of slug and id");
    }
    return slug == null
        ? NodeId.parse(kind.letter, id)
        : Optional.ofNullable(catalogue.id(kind, slug));
  }
}
