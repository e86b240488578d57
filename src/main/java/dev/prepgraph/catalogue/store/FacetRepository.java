package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.schema.listing.FacetValue;
import dev.prepgraph.catalogue.schema.listing.QuestionFacets;
import dev.prepgraph.catalogue.schema.listing.RoleGuideFacets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the objects of lists by their values, all facets of a list in one statement. */
@ApplicationScoped
public class FacetRepository {

  private record FacetsKey(Listing listing) {}

  private static final Map<Kind, List<Facet>> FACETS =
      Map.of(
          Kind.GUIDE, List.of(Facet.FAMILIES, Facet.SENIORITIES),
          Kind.QUESTION, List.of(Facet.values()));

  private static final String GUIDE_COLUMNS = "o.id, o.family, o.seniority";
  private static final String QUESTION_COLUMNS = "o.id, o.type, o.difficulty, o.tags, o.criteria";

  /** Scans the list once; its boolean columns tell which facets count a row. */
  private static final String LISTED =
      "with listed as materialized (select %s%s from %s where %s) ";

  private static final String COUNT =
      """
      (select '%s' as facet, value, count(*) as total from (%s) counted
       where value is not null group by value order by count(*) desc, value collate "C" limit %d)
      """;

  private final PublishedCatalogue catalogue;
  private final CatalogueDatabase database;

  FacetRepository(PublishedCatalogue catalogue, CatalogueDatabase database) {
    this.catalogue = catalogue;
    this.database = database;
  }

  public RoleGuideFacets guides(Listing listing) {
    Map<Facet, List<FacetValue>> facets = facets(listing);
    return new RoleGuideFacets(facets.get(Facet.FAMILIES), facets.get(Facet.SENIORITIES));
  }

  public QuestionFacets questions(Listing listing) {
    return questions(facets(listing));
  }

  static QuestionFacets questions(Map<Facet, List<FacetValue>> facets) {
    return new QuestionFacets(
        facets.get(Facet.TYPES),
        facets.get(Facet.DIFFICULTIES),
        facets.get(Facet.TAGS),
        facets.get(Facet.CRITERIA),
        facets.get(Facet.FAMILIES),
        facets.get(Facet.SENIORITIES));
  }

  private Map<Facet, List<FacetValue>> facets(Listing listing) {
    FacetsKey key = new FacetsKey(listing.unordered());
    return catalogue.get(key, () -> read(key.listing())).value();
  }

  private Weighted.Value<Map<Facet, List<FacetValue>>> read(Listing listing) {
    List<Facet> facets = FACETS.get(listing.kind());
    Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
    facets.forEach(facet -> counts.put(facet, new HashMap<>()));
    for (Tuple row : database.nativeList(sql(listing, facets), ListingSql.parameters(listing))) {
      counts
          .get(Facet.valueOf(row.get("facet", String.class)))
          .put(row.get("value", String.class), Math.toIntExact(row.get("total", Long.class)));
    }
    Map<Facet, List<FacetValue>> values = new EnumMap<>(Facet.class);
    counts.forEach((facet, found) -> values.put(facet, FacetValue.mostFrequent(found)));
    int size = values.values().stream().mapToInt(List::size).sum();
    return new Weighted.Value<>(values, 500 + 150 * size);
  }

  private static String sql(Listing listing, List<Facet> facets) {
    Kind kind = listing.kind();
    Set<String> common = new TreeSet<>(listing.conditions().keySet());
    Map<String, Set<String>> groups = new HashMap<>();
    for (Facet facet : facets) {
      groups.put(group(kind, facet), new TreeSet<>());
    }
    for (Facet facet : facets) {
      Set<String> own = groups.get(group(kind, facet));
      own.addAll(facet.conditions);
      if (isPlacement(kind, facet)) {
        own.addAll(ListingSql.PLACEMENT);
      }
      own.retainAll(listing.conditions().keySet());
      common.removeAll(own);
    }
    String columns =
        groups.entrySet().stream()
            .map(
                group ->
                    ", (%s) as %s"
                        .formatted(ListingSql.where(listing, group.getValue()), group.getKey()))
            .collect(Collectors.joining());
    return LISTED.formatted(
            kind == Kind.GUIDE ? GUIDE_COLUMNS : QUESTION_COLUMNS,
            columns,
            ListingSql.table(kind),
            ListingSql.where(listing, common))
        + facets.stream()
            .map(
                facet ->
                    COUNT.formatted(
                        facet, rows(listing, facet, groups.keySet()), FacetValue.MAX_VALUES))
            .collect(Collectors.joining(" union all "));
  }

  /** The column that tells whether a row meets the conditions that a facet leaves out. */
  private static String group(Kind kind, Facet facet) {
    return isPlacement(kind, facet)
        ? "in_placement"
        : "in_" + facet.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isPlacement(Kind kind, Facet facet) {
    return kind == Kind.QUESTION && (facet == Facet.FAMILIES || facet == Facet.SENIORITIES);
  }

  /** The values that a facet counts, one row for each object that has the value. */
  private static String rows(Listing listing, Facet facet, Set<String> groups) {
    String own = group(listing.kind(), facet);
    String others =
        Stream.concat(Stream.of("true"), groups.stream().filter(group -> !group.equals(own)))
            .collect(Collectors.joining(" and "));
    if (!isPlacement(listing.kind(), facet)) {
      return "select %s as value from listed o where %s".formatted(column(facet), others);
    }
    Set<String> placement = new TreeSet<>(listing.conditions().keySet());
    placement.removeAll(facet.conditions);
    return """
        select distinct o.id, g.%s as value from listed o
        join catalogue.guide_question gq on gq.question_id = o.id join catalogue.guide g on g.id = gq.guide_id
        where %s and %s
        """
        .formatted(
            facet == Facet.FAMILIES ? "family" : "seniority",
            others,
            ListingSql.placement(placement));
  }

  private static String column(Facet facet) {
    return switch (facet) {
      case TYPES -> "o.type";
      case DIFFICULTIES -> "o.difficulty";
      case TAGS -> "unnest(o.tags)";
      case CRITERIA -> "unnest(o.criteria)";
      case FAMILIES -> "o.family";
      case SENIORITIES -> "o.seniority";
    };
  }
}
