package dev.prepgraph.paging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The order of lists whose newest entry is the first: by a time, and by key where times are equal.
 */
public final class NewestFirst {

  private NewestFirst() {}

  /**
   * What the cursor of an entry holds.
   *
   * @param keys what tells entries of the same time apart, without spaces
   */
  public static String sortKey(Instant time, Object... keys) {
    StringBuilder sortKey = new StringBuilder(time.toString());
    for (Object key : keys) {
      sortKey.append(' ').append(key);
    }
    return sortKey.toString();
  }

  /**
   * The conditions of a statement that reads a page, beginning with {@code and}; nothing where the
   * page has no bounds.
   *
   * @param time the column that the list is ordered by
   * @param key the column with the key
   * @param page with sort keys instead of cursors
   * @param parameters is given the values that the conditions name
   */
  public static String within(
      String time, String key, PageRequest page, Map<String, Object> parameters) {
    return within(List.of(time, key), List.of("timestamptz", "uuid"), page, parameters);
  }

  /**
   * The conditions of a statement that reads a page of a list with several keys.
   *
   * @param columns what the list is ordered by: the time and the keys
   * @param types their types
   */
  public static String within(
      List<String> columns, List<String> types, PageRequest page, Map<String, Object> parameters) {
    return bound(columns, types, "<", "after", page.after(), parameters)
        + bound(columns, types, ">", "before", page.before(), parameters);
  }

  private static String bound(
      List<String> columns,
      List<String> types,
      String comparison,
      String name,
      String sortKey,
      Map<String, Object> parameters) {
    if (sortKey == null) {
      return "";
    }
    String[] given = sortKey.split(" ");
    List<String> values = new ArrayList<>();
    for (int i = 0; i < given.length; i++) {
      parameters.put(name + i, given[i]);
      values.add("cast(:%s%d as %s)".formatted(name, i, types.get(i)));
    }
    return " and (%s) %s (%s)"
        .formatted(String.join(", ", columns), comparison, String.join(", ", values));
  }
}
