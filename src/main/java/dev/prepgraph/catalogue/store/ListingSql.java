package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.search.MatchSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SQL of lists: conditions by name, which is also the name of the parameter, and orders. */
final class ListingSql {

  /** The time of an object's last change. */
  private static final String CHANGED = "o.published_at";

  private static final Map<String, String> OF_BOTH =
      Map.of(
          "ids",
          "o.id = any(:ids)",
          "slugs",
          anyOf("o.slug", "slugs"),
          "changedAfter",
          CHANGED + " > :changedAfter");

  private static final Map<String, String> OF_GUIDES =
      Map.of(
          "family",
          "o.family = :family",
          "seniority",
          "o.seniority = :seniority",
          "families",
          anyOf("o.family", "families"),
          "seniorities",
          anyOf("o.seniority", "seniorities"));

  private static final Map<String, String> OF_QUESTIONS =
      Map.of(
          "type", "o.type = :type",
          "difficulty", "o.difficulty = :difficulty",
          "tag", "o.tags @> array[cast(:tag as text)]",
          "criterion", "o.criteria @> array[cast(:criterion as text)]",
          "guide", inGuide("g.slug = :guide"),
          "types", anyOf("o.type", "types"),
          "difficulties", anyOf("o.difficulty", "difficulties"),
          "tags", "o.tags && cast(:tags as text[])",
          "criteria", "o.criteria && cast(:criteria as text[])");

  /** Conditions that one guide of a question meets together. */
  private static final Map<String, String> OF_PLACEMENT =
      Map.of(
          "guides", anyOf("g.slug", "guides"),
          "families", anyOf("g.family", "families"),
          "seniorities", anyOf("g.seniority", "seniorities"));

  static final Set<String> PLACEMENT = OF_PLACEMENT.keySet();

  private ListingSql() {}

  private static String anyOf(String column, String name) {
    return column + " = any(cast(:" + name + " as text[]))";
  }

  private static String inGuide(String condition) {
    return """
    exists (select from catalogue.guide_question gq join catalogue.guide g on g.id = gq.guide_id
      where gq.question_id = o.id and %s)
    """
        .formatted(condition);
  }

  static String table(Kind kind) {
    return kind == Kind.GUIDE ? "catalogue.guide o" : "catalogue.question o";
  }

  /** Those of a list's conditions with these names, on its {@code o}; true for none. */
  static String where(Listing listing, Collection<String> names) {
    Kind kind = listing.kind();
    List<String> conditions = new ArrayList<>();
    for (String name : names) {
      if (name.equals("text")) {
        conditions.add(matches(listing.languages()));
      } else if (kind == Kind.GUIDE || !PLACEMENT.contains(name)) {
        conditions.add(
            OF_BOTH.getOrDefault(name, (kind == Kind.GUIDE ? OF_GUIDES : OF_QUESTIONS).get(name)));
      }
    }
    if (kind == Kind.QUESTION && names.stream().anyMatch(PLACEMENT::contains)) {
      conditions.add(inGuide(placement(names)));
    }
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  private static String matches(Languages languages) {
    return "o.id in (select d.id from catalogue.search_document d, %s where d.kind = :kind and %s)"
        .formatted(MatchSql.queries(languages), MatchSql.matches(languages));
  }

  /** Those of the named conditions that one guide {@code g} of a question meets; true for none. */
  static String placement(Collection<String> names) {
    List<String> conditions =
        names.stream().filter(PLACEMENT::contains).sorted().map(OF_PLACEMENT::get).toList();
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  /** The parameters of all conditions of a list. */
  static Map<String, Object> parameters(Listing listing) {
    Map<String, Object> parameters = new HashMap<>();
    listing.conditions().forEach((name, value) -> parameters.put(name, parameter(name, value)));
    if (listing.text() != null) {
      parameters.put("kind", listing.kind().name());
      parameters.putAll(MatchSql.parameters(listing.text(), listing.languages(), false));
    }
    return parameters;
  }

  private static Object parameter(String name, Object value) {
    if (value instanceof Collection<?> values) {
      return values.toArray(name.equals("ids") ? new UUID[0] : new String[0]);
    }
    return value;
  }

  /** The sort key before the slug; null for a list by slug. */
  static String key(Listing listing) {
    return switch (listing.order().key()) {
      case SLUG -> null;
      case TITLE -> title(listing.languages()) + " collate \"und-x-icu\"";
      case CHANGED -> CHANGED;
      case SENIORITY ->
          "array_position(array['INTERN', 'JUNIOR', 'MID', 'SENIOR', 'LEAD'], o.seniority)";
      case DIFFICULTY ->
          "array_position(array['EASY', 'MEDIUM', 'HARD'], coalesce(o.difficulty, 'MEDIUM'))";
    };
  }

  /** The SQL type of the key. */
  static String keyType(ListingOrder order) {
    return switch (order.key()) {
      case SLUG, TITLE -> "text";
      case CHANGED -> "timestamptz";
      case SENIORITY, DIFFICULTY -> "int";
    };
  }

  private static String title(Languages languages) {
    String translated =
        IntStream.range(0, languages.preferred().size())
            .mapToObj(i -> "o.titles ->> cast(:language" + i + " as text), ")
            .collect(Collectors.joining());
    return "coalesce(" + translated + "o.titles ->> '" + Languages.DEFAULT + "')";
  }

  /** The parameters of the key. */
  static Map<String, Object> keyParameters(Listing listing) {
    Map<String, Object> parameters = new HashMap<>();
    if (listing.order().key() == ListingOrder.Key.TITLE) {
      List<String> preferred = listing.languages().preferred();
      IntStream.range(0, preferred.size())
          .forEach(i -> parameters.put("language" + i, preferred.get(i)));
    }
    return parameters;
  }
}
