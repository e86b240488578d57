package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.search.SearchRepository;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads pages of lists by slug; in SQL because a filter may include a full-text search. */
@ApplicationScoped
public class ListingRepository {

  private record Listed(UUID id, String slug) {}

  /** Conditions by name, which is also the name of the parameter. */
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "family", "o.family = :family",
          "seniority", "o.seniority = :seniority",
          "type", "o.type = :type",
          "difficulty", "o.difficulty = :difficulty",
          "tag", "o.tags @> array[cast(:tag as text)]",
          "criterion", "o.criteria @> array[cast(:criterion as text)]",
          "guide",
              """
              exists (select from catalogue.guide_question gq join catalogue.guide g on g.id = gq.guide_id
                where gq.question_id = o.id and g.slug = :guide)
              """,
          "text",
              "o.id in (select d.id from catalogue.search_document d, "
                  + SearchRepository.QUERIES
                  + " where d.kind = :kind and "
                  + SearchRepository.MATCHES
                  + ")",
          "after", "o.slug > :after",
          "before", "o.slug < :before");

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
            : catalogue.get(listing, () -> count(listing)).value();
    return Page.of(page, found, row -> cursors.print(scope, row.slug()), total).map(Listed::id);
  }

  /** A page, with one object more if there are more. */
  private Weighted.Value<List<Listed>> read(Listing listing, PageRequest page) {
    Map<String, Object> parameters = new HashMap<>(listing.conditions());
    if (page.after() != null) {
      parameters.put("after", page.after());
    }
    if (page.before() != null) {
      parameters.put("before", page.before());
    }
    String end =
        " order by o.slug %s limit %d".formatted(page.backward() ? "desc" : "asc", page.size() + 1);
    List<Listed> found =
        select("o.id, o.slug", listing, parameters, end).stream()
            .map(row -> new Listed(row.get("id", UUID.class), row.get("slug", String.class)))
            .toList();
    return new Weighted.Value<>(found, 200 + 250 * found.size());
  }

  private Weighted.Value<Integer> count(Listing listing) {
    Tuple row =
        select("count(*) as total", listing, new HashMap<>(listing.conditions()), "").get(0);
    return new Weighted.Value<>(Math.toIntExact(row.get("total", Long.class)), 300);
  }

  private List<Tuple> select(
      String columns, Listing listing, Map<String, Object> parameters, String end) {
    StringBuilder sql = new StringBuilder("select ").append(columns);
    sql.append(
        listing.kind() == Kind.GUIDE ? " from catalogue.guide o" : " from catalogue.question o");
    sql.append(" where true");
    parameters.keySet().forEach(name -> sql.append(" and ").append(CONDITIONS.get(name)));
    sql.append(end);
    if (listing.text() != null) {
      parameters.put("kind", listing.kind().name());
      parameters.put("locale", listing.locale());
      parameters.put("any", false);
    }
    return database.nativeList(sql.toString(), parameters);
  }
}
