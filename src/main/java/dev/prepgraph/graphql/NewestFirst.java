package dev.prepgraph.graphql;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The order of lists whose newest entry is the first: by a time, and by key where times are equal.
 */
public final class NewestFirst {

  private NewestFirst() {}

  /** What the cursor of an entry holds. */
  public static String sortKey(Instant time, UUID key) {
    return time + " " + key;
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
    return bound(time, key, "<", "after", page.after(), parameters)
        + bound(time, key, ">", "before", page.before(), parameters);
  }

  private static String bound(
      String time,
      String key,
      String comparison,
      String name,
      String sortKey,
      Map<String, Object> parameters) {
    if (sortKey == null) {
      return "";
    }
    int space = sortKey.indexOf(' ');
    parameters.put(name + "At", Instant.parse(sortKey.substring(0, space)));
    parameters.put(name + "Id", UUID.fromString(sortKey.substring(space + 1)));
    return " and (%s, %s) %s (:%sAt, :%sId)".formatted(time, key, comparison, name, name);
  }
}
