package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.schema.listing.QuestionFilter;
import dev.prepgraph.catalogue.schema.listing.QuestionOrder;
import dev.prepgraph.catalogue.schema.listing.RoleGuideFilter;
import dev.prepgraph.catalogue.schema.listing.RoleGuideOrder;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.FilterList;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of published objects with its filter and order.
 *
 * @param conditions values by the names of conditions, see {@link ListingSql}; lists are sorted
 */
public record Listing(
    Kind kind, Map<String, Object> conditions, ListingOrder order, Languages languages) {

  public static final int MAX_TEXT = 200;
  private static final String TEXT = "text";
  private static final String CHANGED_AFTER = "changedAfter";

  /** The conditions of a filter, which may be null. */
  public static Listing of(RoleGuideFilter filter, RoleGuideOrder order, Languages languages) {
    Listing listing =
        new Listing(Kind.GUIDE, new LinkedHashMap<>(), ListingOrder.of(order), languages);
    if (filter != null) {
      listing.put("family", filter.family());
      listing.put("seniority", filter.seniority());
      listing.putAny("families", filter.families());
      listing.putAny("seniorities", filter.seniorities());
      listing.putIds(filter.ids());
      listing.putAny("slugs", filter.slugs());
      listing.put(filter.changedAfter(), filter.text());
    }
    return listing;
  }

  /** The conditions of a filter, which may be null. */
  public static Listing of(QuestionFilter filter, QuestionOrder order, Languages languages) {
    Listing listing =
        new Listing(Kind.QUESTION, new LinkedHashMap<>(), ListingOrder.of(order), languages);
    if (filter != null) {
      listing.put("type", filter.type());
      listing.put("difficulty", filter.difficulty());
      listing.put("tag", filter.tag());
      listing.put("criterion", filter.criterion());
      listing.put("guide", filter.guide());
      listing.putAny("types", filter.types());
      listing.putAny("difficulties", filter.difficulties());
      listing.putAny("tags", filter.tags());
      listing.putAny("criteria", filter.criteria());
      listing.putIds(filter.ids());
      listing.putAny("slugs", filter.slugs());
      listing.putAny("guides", filter.guides());
      listing.putAny("families", filter.families());
      listing.putAny("seniorities", filter.seniorities());
      listing.put(filter.changedAfter(), filter.text());
    }
    return listing;
  }

  private void put(String name, Object value) {
    if (value != null) {
      conditions.put(name, checked(name, value.toString(), FilterList.MAX_LENGTH));
    }
  }

  private <T extends Comparable<? super T>> void putAny(String name, List<T> given) {
    List<T> values = FilterList.of("filter." + name, given);
    if (values != null) {
      conditions.put(name, values.stream().map(Object::toString).toList());
    }
  }

  private void putIds(List<String> given) {
    List<String> ids = FilterList.of("filter.ids", given);
    if (ids != null) {
      conditions.put(
          "ids",
          ids.stream().map(id -> NodeId.parse(kind.letter, id)).flatMap(Optional::stream).toList());
    }
  }

  /** A blank text does not filter. */
  private void put(Instant changedAfter, String text) {
    if (changedAfter != null) {
      conditions.put(CHANGED_AFTER, changedAfter);
    }
    if (text != null && !Text.isBlank(text)) {
      conditions.put(TEXT, checked(TEXT, text, MAX_TEXT));
    }
  }

  private static String checked(String name, String value, int maxLength) {
    if (Text.length(value) > maxLength) {
      throw RequestException.badRequest(
          "filter." + name + " must have at most " + maxLength + " characters");
    }
    return value;
  }

  /** The words to search for, or null. */
  public String text() {
    return (String) conditions.get(TEXT);
  }

  /** The slug of the guide that contains the questions, or null. */
  public String guide() {
    return (String) conditions.get("guide");
  }

  /** The slugs of guides of which one contains each question, or null. */
  @SuppressWarnings("unchecked")
  public List<String> guides() {
    return (List<String>) conditions.get("guides");
  }

  /** The earliest time of a change, exclusive, or null. */
  public Instant changedAfter() {
    return (Instant) conditions.get(CHANGED_AFTER);
  }

  /** The same objects in the default order, for counts. */
  Listing unordered() {
    return new Listing(kind, conditions, ListingOrder.DEFAULT, languages);
  }

  /** The scope of the cursors of this list. */
  public String scope() {
    StringBuilder scope = new StringBuilder();
    scope.append(kind).append(' ').append(languages.preferred());
    scope.append(' ').append(order.key()).append(' ').append(order.direction());
    conditions.forEach(
        (name, value) -> {
          Collection<?> values = value instanceof Collection<?> list ? list : List.of(value);
          scope.append(' ').append(name).append(values.size());
          // With lengths, because values may contain any separator.
          values.stream()
              .map(Object::toString)
              .forEach(text -> scope.append(' ').append(text.length()).append('=').append(text));
        });
    return scope.toString();
  }
}
