package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads which objects a list has, in the order of their slugs. */
@ApplicationScoped
class ListingRepository {

  /** An object of a list, with what the list is sorted by. */
  record Listed(UUID id, String slug) {}

  /** What was read for one page. */
  record Rows(List<Listed> found) implements Weighted {
    @Override
    public int weight() {
      return 200 + 250 * found.size();
    }
  }

  /** How many objects a list has. */
  record Count(int total) implements Weighted {
    @Override
    public int weight() {
      return 300;
    }
  }

  private final CatalogueDatabase database;

  ListingRepository(CatalogueDatabase database) {
    this.database = database;
  }

  /** Reads a page and one object more where there are more, in one statement. */
  Rows page(Listing listing, PageRequest page) {
    Map<String, Object> parameters = new HashMap<>();
    String sql = listing.select(page, parameters);
    return new Rows(
        database.rows(sql, parameters).stream()
            .map(row -> new Listed((UUID) row[0], (String) row[1]))
            .toList());
  }

  /** Counts a list, in one statement. */
  Count count(Listing listing) {
    Map<String, Object> parameters = new HashMap<>();
    String sql = "select count(*) from " + listing.kind().table + " o" + listing.where(parameters);
    Object[] row = database.rows(sql, parameters).get(0);
    return new Count(((Number) row[0]).intValue());
  }
}
