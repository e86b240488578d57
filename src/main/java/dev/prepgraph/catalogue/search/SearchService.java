package dev.prepgraph.catalogue.search;

import dev.prepgraph.catalogue.Presentation;
import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.search.SearchRepository.Hit;
import dev.prepgraph.catalogue.search.SearchRepository.Hits;
import dev.prepgraph.catalogue.search.SearchRepository.Position;
import dev.prepgraph.catalogue.store.Listing;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.catalogue.store.Taxonomy;
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

  private record SearchKey(String text, String locale, Position after, int size) {}

  private final PublishedCatalogue catalogue;
  private final SearchRepository repository;
  private final Cursors cursors;

  SearchService(PublishedCatalogue catalogue, SearchRepository repository, Cursors cursors) {
    this.catalogue = catalogue;
    this.repository = repository;
    this.cursors = cursors;
  }

  /** A page of the matches of all words, or of any word where nothing matches all; best first. */
  Page<SearchHit> search(String text, PageRequest request, String locale) {
    if (Text.isBlank(text) || Text.length(text) > Listing.MAX_TEXT) {
      throw RequestException.badRequest("text must have 1 to 200 characters and not be blank");
    }
    Presentation presentation = Presentation.of(catalogue.snapshot(), locale);
    String searched = presentation.languages().best();
    String scope = "search " + searched + " " + text;
    Position after = position(cursors.read(scope, request.after()));
    Hits hits =
        catalogue.get(
            new SearchKey(text, searched, after, request.size()),
            () -> search(text, searched, after, request.size() + 1));
    return Page.of(
            request, hits.found(), hit -> cursors.print(scope, sortKey(hits, hit)), hits.total())
        .map(resolver(hits.found(), presentation));
  }

  private Hits search(String text, String locale, Position after, int limit) {
    if (after != null) {
      return repository.search(text, locale, after.any(), after, limit);
    }
    Hits all = repository.search(text, locale, false, null, limit);
    return all.total() == 0 ? repository.search(text, locale, true, null, limit) : all;
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
      return result == null ? null : new SearchHit(result, hit.excerpt());
    };
  }

  private static List<UUID> keys(List<Hit> hits, Kind kind) {
    return hits.stream().filter(hit -> hit.kind() == kind).map(Hit::id).toList();
  }
}
