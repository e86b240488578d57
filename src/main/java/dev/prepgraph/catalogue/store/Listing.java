package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.schema.QuestionFilter;
import dev.prepgraph.catalogue.schema.RoleGuideFilter;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.RequestException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A list of published objects with its filter.
 *
 * @param conditions values by the names of conditions, see {@link ListingRepository}
 */
public record Listing(Kind kind, Map<String, String> conditions, String locale) {

  public static final int MAX_TEXT = 200;
  private static final int MAX_SLUG = 100;
  private static final String TEXT = "text";

  public static Listing of(RoleGuideFilter filter, String locale) {
    Map<String, String> conditions = new LinkedHashMap<>();
    if (filter != null) {
      put(conditions, "family", filter.family());
      put(conditions, "seniority", Objects.toString(filter.seniority(), null));
      putText(conditions, filter.text());
    }
    return new Listing(Kind.GUIDE, conditions, locale);
  }

  public static Listing of(QuestionFilter filter, String locale) {
    Map<String, String> conditions = new LinkedHashMap<>();
    if (filter != null) {
      put(conditions, "type", filter.type());
      put(conditions, "difficulty", Objects.toString(filter.difficulty(), null));
      put(conditions, "tag", filter.tag());
      put(conditions, "criterion", filter.criterion());
      put(conditions, "guide", filter.guide());
      putText(conditions, filter.text());
    }
    return new Listing(Kind.QUESTION, conditions, locale);
  }

  private static void put(Map<String, String> conditions, String name, String slug) {
    put(conditions, name, slug, MAX_SLUG);
  }

  /** A blank text does not filter. */
  private static void putText(Map<String, String> conditions, String text) {
    put(conditions, TEXT, text == null || Text.isBlank(text) ? null : text, MAX_TEXT);
  }

  private static void put(
      Map<String, String> conditions, String name, String value, int maxLength) {
    if (value == null) {
      return;
    }
    if (Text.length(value) > maxLength) {
      throw RequestException.badRequest(
          "filter." + name + " must have at most " + maxLength + " characters");
    }
    conditions.put(name, value);
  }

  /** The words to search for, or null. */
  public String text() {
    return conditions.get(TEXT);
  }

  /** The scope of the cursors of this list. */
  public String scope() {
    StringBuilder scope = new StringBuilder(kind + " " + locale);
    // With lengths, because values may contain any separator.
    conditions.forEach(
        (name, value) ->
            scope.append(' ').append(name).append(value.length()).append('=').append(value));
    return scope.toString();
  }
}
