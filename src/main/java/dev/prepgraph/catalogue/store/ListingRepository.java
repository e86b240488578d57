package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.OrderDirection;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads pages of lists; in SQL because a filter may include a full-text search. */
@ApplicationScoped
public class ListingRepository {

  /**
   * An object of a list.
   *
   * @param key the sort key before the slug, as text; null in a list by slug
   */
  private record Listed(UUID id, String slug, String key) {

    /** A slug has no spaces. */
    String sortKey() {
      return key == null ? slug : slug + " " + key;
    }
  }

  private record PageKey(Listing listing, PageRequest page) {}

  private final PublishedCatalogue catalogue;
  private final CatalogueDatabase database;
  private final Cursors cursors;

  ListingRepository(PublishedCatalogue catalogue, CatalogueDatabase database, Cursors cursors) {
    this.catalogue = catalogue;
    this.database = database;
    this.cursors = cursors;
  }

  /**
   * The keys of a page: one statement for the page, one for the count of a filtered list, none when
   * cached.
   */
  public Page<UUID> page(Listing listing, PageRequest request) {
    String scope = listing.scope();
    PageRequest page = cursors.read(scope, request);
    List<Listed> found =
        catalogue.get(new PageKey(listing, page), () -> read(listing, page)).value();
    int total =
        listing.conditions().isEmpty()
            ? catalogue.snapshot().totals().get(listing.kind())
            : catalogue.get(listing.unordered(), () -> count(listing.unordered())).value();
    return Page.of(page, found, row -> cursors.print(scope, row.sortKey()), total).map(Listed::id);
  }

  /** A page, with one object more if there are more. */
  private Weighted.Value<List<Listed>> read(Listing listing, PageRequest page) {
    boolean ascending = listing.order().direction() == OrderDirection.ASC;
    String key = ListingSql.key(listing);
    Map<String, Object> parameters = ListingSql.parameters(listing);
    parameters.putAll(ListingSql.keyParameters(listing));
    String end =
        bound(listing, "after", page.after(), ascending, parameters)
            + bound(listing, "before", page.before(), !ascending, parameters)
            + order(key, ascending != page.backward())
            + " limit "
            + (page.size() + 1);
    String columns =
        "o.id, o.slug, " + (key == null ? "null" : "cast(" + key + " as text)") + " as sort_key";
    List<Listed> found =
        select(columns, listing, parameters, end).stream()
            .map(
                row ->
                    new Listed(
                        row.get("id", UUID.class),
                        row.get("slug", String.class),
                        row.get("sort_key", String.class)))
            .toList();
    return new Weighted.Value<>(found, 200 + 300 * found.size());
  }

  private static String bound(
      Listing listing,
      String name,
      String sortKey,
      boolean greater,
      Map<String, Object> parameters) {
    if (sortKey == null) {
      return "";
    }
    String comparison = greater ? ">" : "<";
    String[] slugAndKey = sortKey.split(" ", 2);
    parameters.put(name, slugAndKey[0]);
    if (slugAndKey.length == 1) {
      return " and o.slug %s :%s".formatted(comparison, name);
    }
    parameters.put(name + "Key", slugAndKey[1]);
    return " and (%s, o.slug) %s (cast(:%sKey as %s), :%s)"
        .formatted(
            ListingSql.key(listing), comparison, name, ListingSql.keyType(listing.order()), name);
  }

  private static String order(String key, boolean ascending) {
    String direction = ascending ? "asc" : "desc";
    return " order by " + (key == null ? "" : key + " " + direction + ", ") + "o.slug " + direction;
  }

  private Weighted.Value<Integer> count(Listing listing) {
    Tuple row = select("count(*) as total", listing, ListingSql.parameters(listing), "").get(0);
    return new Weighted.Value<>(Math.toIntExact(row.get("total", Long.class)), 300);
  }

  private List<Tuple> select(
      String columns, Listing listing, Map<String, Object> parameters, String end) {
    String sql =
        "select %s from %s where %s"
            .formatted(
                columns,
                ListingSql.table(listing.kind()),
                ListingSql.where(listing, listing.conditions().keySet()));
    return database.nativeList(sql + end, parameters);
  }
}
