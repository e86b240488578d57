package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.schema.QuestionFilter;
import dev.prepgraph.catalogue.schema.RoleGuideFilter;
import dev.prepgraph.catalogue.search.SearchRepository;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.paging.PageRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which published objects a connection lists, as conditions of SQL. Every value is a parameter.
 *
 * @param conditions the parameters by the condition that they belong to; a condition names its
 *     parameter after itself
 */
public record Listing(Kind kind, Map<String, String> conditions, String locale) {

  public static final int MAX_TEXT = 200;
  private static final int MAX_SLUG = 100;

  private static final Map<String, String> SQL =
      Map.of(
          "family", "o.family = :family",
          "seniority", "o.seniority = :seniority",
          "type", "o.type = :type",
          "difficulty", "o.difficulty = :difficulty",
          "tag", "o.tags @> array[cast(:tag as text)]",
          "criterion", "o.criteria @> array[cast(:criterion as text)]",
          "guide",
              "exists (select from catalogue.guide_question gq join catalogue.guide g on g.id = gq.guide_id "
                  + "where gq.question_id = o.id and g.slug = :guide)",
          "text",
              "o.id in (select d.id from catalogue.search_document d, "
                  + SearchRepository.QUERIES
                  + " where d.kind = :kind and "
                  + SearchRepository.MATCHES
                  + ")");

  public static Listing of(RoleGuideFilter filter, String locale) {
    Map<String, String> conditions = new LinkedHashMap<>();
    if (filter != null) {
      put(conditions, "family", filter.family(), MAX_SLUG);
      put(
          conditions,
          "seniority",
          filter.seniority() == null ? null : filter.seniority().name(),
          MAX_SLUG);
      putText(conditions, filter.text());
    }
    return new Listing(Kind.GUIDE, conditions, locale);
  }

  public static Listing of(QuestionFilter filter, String locale) {
    Map<String, String> conditions = new LinkedHashMap<>();
    if (filter != null) {
      put(conditions, "type", filter.type(), MAX_SLUG);
      put(
          conditions,
          "difficulty",
          filter.difficulty() == null ? null : filter.difficulty().name(),
          MAX_SLUG);
      put(conditions, "tag", filter.tag(), MAX_SLUG);
      put(conditions, "criterion", filter.criterion(), MAX_SLUG);
      put(conditions, "guide", filter.guide(), MAX_SLUG);
      putText(conditions, filter.text());
    }
    return new Listing(Kind.QUESTION, conditions, locale);
  }

  /** A text that is blank does not filter. */
  private static void putText(Map<String, String> conditions, String text) {
    put(conditions, "text", text == null || Text.isBlank(text) ? null : text, MAX_TEXT);
  }

  private static void put(
      Map<String, String> conditions, String name, String value, int maxLength) {
    if (value == null) {
      return;
    }
    if (Text.length(value) > maxLength) {
      throw RequestException.badRequest(
          "The filter's " + name + " is longer than " + maxLength + " characters");
    }
    conditions.put(name, value);
  }

  /** What a cursor of this list is signed with. */
  public String scope() {
    StringBuilder scope = new StringBuilder(kind + " " + locale);
    // With lengths, because values may hold whatever could separate them.
    conditions.forEach(
        (name, value) ->
            scope.append(' ').append(name).append(value.length()).append('=').append(value));
    return scope.toString();
  }

  /** The where clause, and the parameters that it uses. */
  String where(Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder(" where true");
    conditions.forEach(
        (name, value) -> {
          where.append(" and ").append(SQL.get(name));
          parameters.put(name, value);
        });
    if (conditions.containsKey("text")) {
      parameters.put("kind", kind.name());
      parameters.put("locale", locale);
      parameters.put("any", false);
    }
    return where.toString();
  }

  /** The statement that reads one more than a page's objects by key, from where the page begins. */
  String select(PageRequest page, Map<String, Object> parameters) {
    StringBuilder sql = new StringBuilder("select o.id, o.slug from " + kind.table + " o");
    sql.append(where(parameters));
    if (page.after() != null) {
      sql.append(" and o.slug > :after");
      parameters.put("after", page.after());
    }
    if (page.before() != null) {
      sql.append(" and o.slug < :before");
      parameters.put("before", page.before());
    }
    sql.append(" order by o.slug ")
        .append(page.backward() ? "desc" : "asc")
        .append(" limit :limit");
    parameters.put("limit", page.size() + 1);
    return sql.toString();
  }
}
