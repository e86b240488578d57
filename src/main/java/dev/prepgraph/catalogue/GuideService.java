package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.RoleGuideConnection;
import dev.prepgraph.catalogue.schema.listing.FacetValue;
import dev.prepgraph.catalogue.schema.listing.RoleGuideFacets;
import dev.prepgraph.catalogue.schema.listing.RoleGuideFilter;
import dev.prepgraph.catalogue.schema.listing.RoleGuideOrder;
import dev.prepgraph.catalogue.schema.part.RelatedGuide;
import dev.prepgraph.catalogue.schema.part.RoleFamily;
import dev.prepgraph.catalogue.store.FacetRepository;
import dev.prepgraph.catalogue.store.GuideIndex;
import dev.prepgraph.catalogue.store.Listing;
import dev.prepgraph.catalogue.store.ListingRepository;
import dev.prepgraph.catalogue.store.Placements;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.catalogue.store.RelatedGuides;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.ReadTrace;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.limits.SelectedNames;
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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads published guides. */
@ApplicationScoped
public class GuideService {

  /** Names that may be selected of guides, and on the way to them, without their documents. */
  static final Set<String> WITHOUT_DOCUMENT =
      Set.of(
          "__typename",
          "id",
          "slug",
          "title",
          "resolvedLocale",
          "seniority",
          "revision",
          "publishedAt",
          "family",
          "name",
          "description",
          "kind",
          "guide",
          "nodes",
          "edges",
          "node",
          "cursor",
          "totalCount",
          "pageInfo",
          "hasNextPage",
          "hasPreviousPage",
          "startCursor",
          "endCursor");

  private final PublishedCatalogue catalogue;
  private final ListingRepository listings;
  private final FacetRepository facets;
  private final RelatedGuides relatedGuides;
  private final Placements placements;
  private final Cursors cursors;

  GuideService(
      PublishedCatalogue catalogue,
      ListingRepository listings,
      FacetRepository facets,
      RelatedGuides relatedGuides,
      Placements placements,
      Cursors cursors) {
    this.catalogue = catalogue;
    this.listings = listings;
    this.facets = facets;
    this.relatedGuides = relatedGuides;
    this.placements = placements;
    this.cursors = cursors;
  }

  /** Finds a guide by exactly one of slug and id; returns null for an unknown one. */
  public RoleGuide find(String slug, String id, String locale) {
    Presentation presentation = presentation(locale);
    requireOne(slug, id);
    Optional<PublishedGuide> found =
        slug != null
            ? Optional.ofNullable(catalogue.guidesBySlug(List.of(slug)).get(slug))
            : key(id).map(key -> catalogue.guides(List.of(key)).get(key));
    found.map(PublishedGuide::id).ifPresent(ReadTrace::guide);
    return found.map(presentation::guide).orElse(null);
  }

  /** A page of the guides that match a filter; the order may be null. */
  RoleGuideConnection list(
      RoleGuideFilter filter, RoleGuideOrder order, PageRequest page, String locale) {
    Presentation presentation = presentation(locale);
    Listing listing = Listing.of(filter, order, presentation.languages());
    Page<UUID> ids = listings.page(listing, page);
    Map<UUID, PublishedGuide> guides = shown(ids.nodes());
    return RoleGuideConnection.of(
        ids.map(id -> presentation.guide(guides.get(id))), () -> facets.guides(listing));
  }

  /** Published guides by key, without their documents where the running field needs none. */
  private Map<UUID, PublishedGuide> shown(Collection<UUID> ids) {
    return SelectedNames.areAmong(WITHOUT_DOCUMENT)
        ? catalogue.guideHeads(ids)
        : catalogue.guides(ids);
  }

  /** The published locale that the request asks for, or null. */
  public String requestedLocale() {
    return catalogue.snapshot().requestedLocale();
  }

  /** Finds a published guide by node id; a null locale is that of the request. */
  public Optional<RoleGuide> find(String id, String locale) {
    return key(id).map(key -> byIds(List.of(key), locale).get(key));
  }

  /** Published guides by key, loaded together; a null locale is that of the request. */
  public Map<UUID, RoleGuide> byIds(Collection<UUID> ids, String locale) {
    return present(presentation(locale), catalogue.guides(ids));
  }

  /** Guides by key in their last revision, loaded together; retired ones have no questions. */
  public Map<UUID, RoleGuide> everPublished(Collection<UUID> ids, String locale) {
    return present(presentation(locale), catalogue.everPublishedGuides(ids));
  }

  private static <K> Map<K, RoleGuide> present(
      Presentation presentation, Map<K, PublishedGuide> published) {
    Map<K, RoleGuide> presented = new HashMap<>();
    published.forEach((key, guide) -> presented.put(key, presentation.guide(guide)));
    return presented;
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
  List<List<RelatedGuide>> related(List<RoleGuide> guides) {
    Map<UUID, List<GuideIndex.Related>> related =
        relatedGuides.of(guides.stream().map(RoleGuide::published).toList());
    Map<UUID, PublishedGuide> published =
        shown(
            related.values().stream()
                .flatMap(List::stream)
                .map(GuideIndex.Related::guide)
                .collect(Collectors.toSet()));
    return inTheirLanguages(
        guides,
        RoleGuide::locale,
        published,
        (guide, presented) ->
            related.get(guide.key()).stream()
                .filter(other -> presented.containsKey(other.guide()))
                .map(other -> new RelatedGuide(other.kind(), presented.get(other.guide())))
                .toList());
  }

  /** The same page of the guides of each family, by slug, loaded together. */
  List<RoleGuideConnection> ofFamilies(List<RoleFamily> families, PageRequest request) {
    GuideIndex index = catalogue.index();
    Map<String, Page<UUID>> pages = new HashMap<>();
    for (RoleFamily family : families) {
      pages.computeIfAbsent(family.slug(), slug -> page(slug, index.ofFamily(slug), request));
    }
    Map<UUID, PublishedGuide> published =
        shown(
            pages.values().stream()
                .flatMap(page -> page.nodes().stream())
                .collect(Collectors.toSet()));
    return inTheirLanguages(
        families,
        RoleFamily::locale,
        published,
        (family, presented) ->
            RoleGuideConnection.of(
                pages.get(family.slug()).map(presented::get),
                () -> facets(index.ofFamily(family.slug()))));
  }

  private static RoleGuideFacets facets(List<GuideIndex.Entry> guides) {
    Map<String, Integer> families = new HashMap<>();
    Map<String, Integer> seniorities = new HashMap<>();
    for (GuideIndex.Entry guide : guides) {
      families.merge(guide.family(), 1, Integer::sum);
      seniorities.merge(guide.seniority(), 1, Integer::sum);
    }
    return new RoleGuideFacets(
        FacetValue.mostFrequent(families), FacetValue.mostFrequent(seniorities));
  }

  private Page<UUID> page(String family, List<GuideIndex.Entry> guides, PageRequest request) {
    String scope = "family " + family;
    PageRequest page = cursors.read(scope, request);
    return Page.among(
            page,
            guides,
            guide ->
                (page.after() == null || guide.slug().compareTo(page.after()) > 0)
                    && (page.before() == null || guide.slug().compareTo(page.before()) < 0),
            guide -> cursors.print(scope, guide.slug()))
        .map(GuideIndex.Entry::id);
  }

  /** The guides that contain each question, loaded together. */
  List<List<RoleGuide>> ofQuestions(List<Question> questions) {
    Function<UUID, List<String>> slugs =
        placements.guides(questions.stream().map(Question::key).collect(Collectors.toSet()));
    Map<String, PublishedGuide> published =
        catalogue.guidesBySlug(
            questions.stream()
                .flatMap(question -> slugs.apply(question.key()).stream())
                .collect(Collectors.toSet()));
    return inTheirLanguages(
        questions,
        Question::locale,
        published,
        (question, presented) ->
            slugs.apply(question.key()).stream()
                .map(presented::get)
                .filter(Objects::nonNull)
                .toList());
  }

  /** What each source shows of guides, in the language of the source. */
  private <S, K, V> List<V> inTheirLanguages(
      List<S> sources,
      Function<S, String> locale,
      Map<K, PublishedGuide> guides,
      BiFunction<S, Map<K, RoleGuide>, V> shown) {
    return ByLocale.load(
        sources,
        Function.identity(),
        locale,
        (ofLocale, name) -> {
          Map<K, RoleGuide> presented = present(presentation(name), guides);
          Map<S, V> values = new HashMap<>();
          ofLocale.forEach(source -> values.put(source, shown.apply(source, presented)));
          return values;
        });
  }

  private Presentation presentation(String locale) {
    return Presentation.of(catalogue.snapshot(), locale);
  }

  static void requireOne(String slug, String id) {
    if ((slug == null) == (id == null)) {
      throw RequestException.badRequest("Give exactly one of slug and id");
    }
  }

  /** The key of an object, by exactly one of slug and id. */
  static Optional<UUID> lookUp(PublishedCatalogue catalogue, Kind kind, String slug, String id) {
    requireOne(slug, id);
    return slug == null
        ? NodeId.parse(kind.letter, id)
        : Optional.ofNullable(catalogue.ids(kind, List.of(slug)).get(slug));
  }
}
