package dev.prepgraph.catalogue.search;

import dev.prepgraph.catalogue.Presentation;
import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.search.SearchRepository.Hit;
import dev.prepgraph.catalogue.search.SearchRepository.Hits;
import dev.prepgraph.catalogue.search.SearchRepository.Position;
import dev.prepgraph.catalogue.search.SearchRepository.Range;
import dev.prepgraph.catalogue.store.Listing;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.catalogue.store.Taxonomy;
import dev.prepgraph.common.ReadTrace;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Searches the published catalogue. */
@ApplicationScoped
class SearchService {

  private record SearchKey(SearchTerms terms, Range range) {}

  private final PublishedCatalogue catalogue;
  private final SearchRepository repository;
  private final Cursors cursors;

  SearchService(PublishedCatalogue catalogue, SearchRepository repository, Cursors cursors) {
    this.catalogue = catalogue;
    this.repository = repository;
    this.cursors = cursors;
  }

  /** A page of the matches of all words, or of any word where nothing matches all; best first. */
  SearchHitConnection search(
      String text,
      List<SearchKind> kinds,
      List<String> families,
      PageRequest request,
      String locale) {
    if (Text.isBlank(text) || Text.length(text) > Listing.MAX_TEXT) {
      throw RequestException.badRequest("text must have 1 to 200 characters and not be blank");
    }
    Presentation presentation = Presentation.of(catalogue.snapshot(), locale);
    SearchTerms terms = SearchTerms.of(text, presentation.languages(), kinds, families);
    String scope = terms.scope();
    Range range = range(cursors.read(scope, request));
    Hits hits = catalogue.get(new SearchKey(terms, range), () -> search(terms, range));
    if (hits.total() == 0) {
      ReadTrace.emptySearch(text);
    }
    Page<Hit> page =
        Page.of(
            request, hits.found(), hit -> cursors.print(scope, sortKey(hits, hit)), hits.total());
    return SearchHitConnection.of(
        page.map(resolver(page.nodes(), presentation)), () -> repository.facets(terms, hits.any()));
  }

  /**
   * @param page with sort keys instead of cursors
   */
  private static Range range(PageRequest page) {
    Position after = position(page.after());
    Position before = position(page.before());
    if (after != null && before != null && after.any() != before.any()) {
      throw Cursors.refused();
    }
    return new Range(after, before, page.backward(), page.size() + 1);
  }

  /** Kinds and families do not decide whether all words must match: they only narrow. */
  private Hits search(SearchTerms terms, Range range) {
    Position given = range.after() == null ? range.before() : range.after();
    if (given != null) {
      return repository.search(terms, given.any(), range);
    }
    Hits all = repository.search(terms, false, range);
    return all.matched() ? all : repository.search(terms, true, range);
  }

  private static String sortKey(Hits hits, Hit hit) {
    return hits.any() + " " + Float.floatToIntBits(hit.rank()) + " " + hit.id();
  }

  private static Position position(String sortKey) {
    if (sortKey == null) {
      return null;
    }
    String[] parts = sortKey.split(" ");
    return new Position(
        Boolean.parseBoolean(parts[0]),
        Float.intBitsToFloat(Integer.parseInt(parts[1])),
        UUID.fromString(parts[2]));
  }

  /** Loads the objects of hits together. */
  private Function<Hit, SearchHit> resolver(List<Hit> hits, Presentation presentation) {
    Map<UUID, PublishedGuide> guides = catalogue.guides(keys(hits, Kind.GUIDE));
    Map<UUID, PublishedQuestion> questions = catalogue.questions(keys(hits, Kind.QUESTION));
    Taxonomy taxonomy = catalogue.snapshot().taxonomy();
    return hit -> {
      SearchResult result =
          switch (hit.kind()) {
            case GUIDE -> presentation.guide(guides.get(hit.id()));
            case QUESTION -> presentation.question(questions.get(hit.id()));
            case CRITERION ->
                presentation.taxonomy().criteria().get(taxonomy.criterionSlug(hit.id()));
          };
      return result == null ? null : new SearchHit(result, hit.excerpt(), hit.locale());
    };
  }

  private static List<UUID> keys(List<Hit> hits, Kind kind) {
    return hits.stream().filter(hit -> hit.kind() == kind).map(Hit::id).toList();
  }
}
