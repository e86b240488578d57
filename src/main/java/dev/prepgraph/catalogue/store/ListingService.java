package dev.prepgraph.catalogue.store;

import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Pages through lists of published objects. */
@ApplicationScoped
public class ListingService {

  private record PageKey(Listing listing, PageRequest page) {}

  private final PublishedCatalogue catalogue;
  private final ListingRepository repository;
  private final Cursors cursors;

  ListingService(PublishedCatalogue catalogue, ListingRepository repository, Cursors cursors) {
    this.catalogue = catalogue;
    this.repository = repository;
    this.cursors = cursors;
  }

  /**
   * The keys of the objects on a page of a list.
   *
   * @throws dev.prepgraph.common.error.RequestException when a cursor is not one of this list
   */
  public Page<UUID> page(Listing listing, PageRequest request) {
    String scope = listing.scope();
    PageRequest page = cursors.read(scope, request);
    ListingRepository.Rows rows =
        catalogue.get(new PageKey(listing, page), () -> repository.page(listing, page));
    int total =
        listing.conditions().isEmpty()
            ? catalogue.snapshot().totals.get(listing.kind())
            : catalogue.get(listing, () -> repository.count(listing)).total();
    return Page.of(page, rows.found(), row -> cursors.print(scope, row.slug()), total)
        .map(ListingRepository.Listed::id);
  }
}
