package dev.prepgraph.catalogue.search;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.store.CatalogueDatabase;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Full-text search over the published catalogue. */
@ApplicationScoped
public class SearchRepository {

  /** Condition: the text matches in the wanted locale, else in the untranslated document. */
  public static final String MATCHES =
      """
      (d.locale = :locale and d.words @@ wanted.query
        or d.locale = 'en' and not d.other_locales @> array[cast(:locale as text)]
          and d.words @@ untranslated.query)
      """;

  /** The queries of {@link #MATCHES}. */
  public static final String QUERIES =
      """
      catalogue.search_query(:text, :locale, :any) as wanted (query),
      catalogue.search_query(:text, 'en', :any) as untranslated (query)
      """;

  /**
   * The position of a hit.
   *
   * @param any whether hits have only some of the words, because none has all
   */
  record Position(boolean any, float rank, UUID id) {}

  /** A match. */
  record Hit(Kind kind, UUID id, float rank, String excerpt) {}

  /** The hits of a page, with one more where there are more. */
  record Hits(List<Hit> found, int total, boolean any) implements Weighted {
    @Override
    public int weight() {
      return 200 + 600 * found.size();
    }
  }

  private record GuidesKey(Set<UUID> guides, String text, String locale) {}

  /** Maximal number of ranked matches, by name and otherwise; bounds the work for common words. */
  private static final int RANKED = 300;

  /** Matches in names rank before all others. */
  private static final String SQL =
      """
      with hit as materialized (
        select s.kind, s.id, s.locale, q.query, cast(
          ts_rank(s.words, q.query, 1) + case when s.name @@ q.query then 1 else 0 end as real) as rank
        from %2$s, lateral (
          (select d.kind, d.id, d.locale from catalogue.search_document d where %4$s limit %1$d)
          union
          (select d.kind, d.id, d.locale from catalogue.search_document d where %3$s limit %1$d)) m
        join catalogue.search_document s using (kind, id, locale),
          lateral (select case s.locale when :locale then wanted.query else untranslated.query end as query) q),
      page as materialized (
        select * from hit where (rank, id) < (cast(:rank as real), cast(:id as uuid))
        order by rank desc, id desc limit :limit)
      select p.kind, p.id, p.rank, t.total,
        catalogue.search_excerpt(d.body, catalogue.search_config(d.locale), p.query) as excerpt
      from (select count(*) as total from hit) t
      left join (page p join catalogue.search_document d using (kind, id, locale)) on true
      order by p.rank desc, p.id desc
      """
          .formatted(RANKED, QUERIES, MATCHES, MATCHES.replace("d.words", "d.name"));

  private static final String QUESTIONS_OF_GUIDES =
      """
      select gq.guide_id, gq.question_id
      from catalogue.guide_question gq
      join catalogue.search_document d on d.kind = 'QUESTION' and d.id = gq.question_id,
      """
          + QUERIES
          + " where gq.guide_id = any(:guides) and "
          + MATCHES;

  private static final UUID GREATEST = new UUID(-1, -1);

  private final PublishedCatalogue catalogue;
  private final CatalogueDatabase database;

  SearchRepository(PublishedCatalogue catalogue, CatalogueDatabase database) {
    this.catalogue = catalogue;
    this.database = database;
  }

  /**
   * Finds the best matches after a position, in one statement.
   *
   * @param any whether some of the words suffice
   * @param after null for the first page
   */
  Hits search(String text, String locale, boolean any, Position after, int limit) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("text", text);
    parameters.put("locale", locale);
    parameters.put("any", any);
    parameters.put("rank", after == null ? Float.MAX_VALUE : after.rank());
    parameters.put("id", after == null ? GREATEST : after.id());
    parameters.put("limit", limit);
    List<Tuple> rows = database.nativeList(SQL, parameters);
    int total = Math.toIntExact(rows.get(0).get("total", Long.class));
    // A page without hits is one row with the total alone.
    List<Hit> found =
        rows.stream()
            .filter(row -> row.get("id") != null)
            .map(
                row ->
                    new Hit(
                        Kind.valueOf(row.get("kind", String.class)),
                        row.get("id", UUID.class),
                        row.get("rank", Float.class),
                        row.get("excerpt", String.class)))
            .toList();
    return new Hits(found, total, any);
  }

  /** The matching questions by guide, in one statement unless cached; empty without a text. */
  public Map<UUID, Set<UUID>> questionsOfGuides(Set<UUID> guides, String text, String locale) {
    if (text == null) {
      return Map.of();
    }
    GuidesKey key = new GuidesKey(guides, text, locale);
    return catalogue.get(key, () -> search(key)).value();
  }

  private Weighted.Value<Map<UUID, Set<UUID>>> search(GuidesKey key) {
    Map<String, Object> parameters =
        Map.of(
            "guides", key.guides().toArray(UUID[]::new),
            "text", key.text(),
            "locale", key.locale(),
            "any", false);
    Map<UUID, Set<UUID>> questions =
        database.nativeList(QUESTIONS_OF_GUIDES, parameters).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("guide_id", UUID.class),
                    Collectors.mapping(
                        row -> row.get("question_id", UUID.class), Collectors.toSet())));
    return new Weighted.Value<>(
        questions,
        300 + questions.values().stream().mapToInt(found -> 150 + 80 * found.size()).sum());
  }
}
