package dev.prepgraph.catalogue.search;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.schema.listing.FacetValue;
import dev.prepgraph.catalogue.store.CatalogueDatabase;
import dev.prepgraph.catalogue.store.Languages;
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

  /**
   * The position of a hit.
   *
   * @param any whether hits have only some of the words, because none has all
   */
  record Position(boolean any, float rank, UUID id) {}

  /** A page of hits between positions, which may be null. */
  record Range(Position after, Position before, boolean backward, int limit) {}

  /** A match; the excerpt is null in the one that only tells that there are more. */
  record Hit(Kind kind, UUID id, float rank, String excerpt, String locale) {}

  /**
   * The hits of a page, with one more where there are more.
   *
   * @param matched whether anything matches, whatever its kind and family
   */
  record Hits(List<Hit> found, int total, boolean any, boolean matched) implements Weighted {
    @Override
    public int weight() {
      return 200 + 600 * found.size();
    }
  }

  private record FacetsKey(SearchTerms terms, boolean any) {}

  private record GuidesKey(Set<UUID> guides, String text, Languages languages) {}

  /** Maximal number of ranked matches, by name and otherwise; bounds the work for common words. */
  private static final int RANKED = 300;

  /** Matches by the words of the text and of the name; format arguments: columns, condition. */
  private static final String CANDIDATES =
      """
      (select %%1$s from catalogue.search_document d where %3$s and %%2$s limit %1$d)
      union
      (select %%1$s from catalogue.search_document d where %2$s and %%2$s limit %1$d)
      """;

  /** Matches in names rank before all others. */
  private static final String SQL =
      """
      with hit as materialized (
        select s.kind, s.id, s.locale, q.query, cast(
          ts_rank(s.words, q.query, 1) + case when s.name @@ q.query then 1 else 0 end as real) as rank
        from %1$s, lateral (%2$s) m
        join catalogue.search_document s on s.ctid = m.ctid, lateral (select %6$s as query) q),
      page as materialized (
        select *, row_number() over (order by rank %4$s, id %4$s) as number
        from hit where %3$s order by rank %4$s, id %4$s limit :limit)
      select p.kind, p.id, p.locale, p.rank, t.total, t.total > 0 or %5$s as matched,
        case when p.number < :limit then
          catalogue.search_excerpt(d.body, catalogue.search_config(d.locale), p.query) end as excerpt
      from (select count(*) as total from hit) t
      left join (page p join catalogue.search_document d using (kind, id, locale)) on true
      order by p.rank %4$s, p.id %4$s
      """;

  private static final String FACETS =
      """
      with of_kind as materialized (select m.kind, m.id from %1$s, lateral (%2$s) m),
      of_family as materialized (select m.kind, m.id from %1$s, lateral (%3$s) m)
      select cast('kinds' as text) as facet, kind as value, count(*) as total from of_kind group by kind
      union all
      select 'families', family, count(*) from (
        select distinct h.id, g.family from of_family h
        left join catalogue.guide_question gq on h.kind = 'QUESTION' and gq.question_id = h.id
        join catalogue.guide g on g.id = case h.kind when 'GUIDE' then h.id else gq.guide_id end) f
      group by family
      """;

  private static final String OF_KINDS = "d.kind = any(cast(:kinds as text[]))";

  /** Criteria belong to no family. */
  private static final String OF_FAMILIES =
      """
      (d.kind = 'GUIDE' and d.id in (
          select g.id from catalogue.guide g where g.family = any(cast(:families as text[])))
        or d.kind = 'QUESTION' and d.id in (
          select gq.question_id from catalogue.guide_question gq join catalogue.guide g on g.id = gq.guide_id
          where g.family = any(cast(:families as text[]))))
      """;

  private static final String QUESTIONS_OF_GUIDES =
      """
      select gq.guide_id, gq.question_id
      from catalogue.guide_question gq
      join catalogue.search_document d on d.kind = 'QUESTION' and d.id = gq.question_id, %s
      where gq.guide_id = any(:guides) and %s
      """;

  private final PublishedCatalogue catalogue;
  private final CatalogueDatabase database;

  SearchRepository(PublishedCatalogue catalogue, CatalogueDatabase database) {
    this.catalogue = catalogue;
    this.database = database;
  }

  /**
   * Finds the hits of a page, in one statement; the worst first in a backward range.
   *
   * @param any whether some of the words suffice
   */
  Hits search(SearchTerms terms, boolean any, Range range) {
    Map<String, Object> parameters = parameters(terms, any);
    parameters.put("limit", range.limit());
    String sql =
        SQL.formatted(
            MatchSql.queries(terms.languages()),
            candidates(terms, "d.ctid", ofKinds(terms) + " and " + ofFamilies(terms)),
            bound("<", "after", range.after(), parameters)
                + " and "
                + bound(">", "before", range.before(), parameters),
            range.backward() ? "asc" : "desc",
            terms.kinds() == null && terms.families() == null
                ? "false"
                : matched(terms.languages()),
            MatchSql.query(terms.languages()));
    List<Tuple> rows = database.nativeList(sql, parameters);
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
                        row.get("excerpt", String.class),
                        row.get("locale", String.class)))
            .toList();
    Tuple first = rows.get(0);
    int total = Math.toIntExact(first.get("total", Long.class));
    return new Hits(found, total, any, first.get("matched", Boolean.class));
  }

  private static String matched(Languages languages) {
    return "exists (select from catalogue.search_document d, %s where %s)"
        .formatted(MatchSql.queries(languages), MatchSql.matches(languages));
  }

  private static String candidates(SearchTerms terms, String columns, String condition) {
    String matches = MatchSql.matches(terms.languages());
    return CANDIDATES
        .formatted(RANKED, matches, matches.replace("d.words", "d.name"))
        .formatted(columns, condition);
  }

  private static Map<String, Object> parameters(SearchTerms terms, boolean any) {
    Map<String, Object> parameters = MatchSql.parameters(terms.text(), terms.languages(), any);
    if (terms.kinds() != null) {
      parameters.put("kinds", terms.kinds().toArray(String[]::new));
    }
    if (terms.families() != null) {
      parameters.put("families", terms.families().toArray(String[]::new));
    }
    return parameters;
  }

  private static String ofKinds(SearchTerms terms) {
    return terms.kinds() == null ? "true" : OF_KINDS;
  }

  private static String ofFamilies(SearchTerms terms) {
    return terms.families() == null ? "true" : OF_FAMILIES;
  }

  private static String bound(
      String comparison, String name, Position position, Map<String, Object> parameters) {
    if (position == null) {
      return "true";
    }
    parameters.put(name + "Rank", position.rank());
    parameters.put(name + "Id", position.id());
    return "(rank, id) %1$s (cast(:%2$sRank as real), cast(:%2$sId as uuid))"
        .formatted(comparison, name);
  }

  /** Counts the hits of a search by kind and by family, in one statement unless cached. */
  SearchFacets facets(SearchTerms terms, boolean any) {
    return catalogue.get(new FacetsKey(terms, any), () -> readFacets(terms, any)).value();
  }

  private Weighted.Value<SearchFacets> readFacets(SearchTerms terms, boolean any) {
    String sql =
        FACETS.formatted(
            MatchSql.queries(terms.languages()),
            candidates(terms, "d.kind, d.id, d.locale", ofFamilies(terms)),
            candidates(terms, "d.kind, d.id, d.locale", ofKinds(terms)));
    Map<String, Integer> kinds = new HashMap<>();
    Map<String, Integer> families = new HashMap<>();
    for (Tuple row : database.nativeList(sql, parameters(terms, any))) {
      int total = Math.toIntExact(row.get("total", Long.class));
      String value = row.get("value", String.class);
      if (row.get("facet", String.class).equals("kinds")) {
        kinds.put(value, total);
      } else {
        families.put(value, total);
      }
    }
    SearchFacets facets =
        new SearchFacets(FacetValue.mostFrequent(kinds), FacetValue.mostFrequent(families));
    return new Weighted.Value<>(facets, 500 + 150 * (kinds.size() + families.size()));
  }

  /** The matching questions by guide, in one statement unless cached; empty without a text. */
  public Map<UUID, Set<UUID>> questionsOfGuides(
      Set<UUID> guides, String text, Languages languages) {
    if (text == null) {
      return Map.of();
    }
    GuidesKey key = new GuidesKey(guides, text, languages);
    return catalogue.get(key, () -> search(key)).value();
  }

  private Weighted.Value<Map<UUID, Set<UUID>>> search(GuidesKey key) {
    Map<String, Object> parameters = MatchSql.parameters(key.text(), key.languages(), false);
    parameters.put("guides", key.guides().toArray(UUID[]::new));
    String sql =
        QUESTIONS_OF_GUIDES.formatted(
            MatchSql.queries(key.languages()), MatchSql.matches(key.languages()));
    Map<UUID, Set<UUID>> questions =
        database.nativeList(sql, parameters).stream()
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
