package dev.prepgraph.paging;

import dev.prepgraph.common.error.RequestException;

/**
 * The paging arguments of a connection.
 *
 * @param size maximal number of edges, 0 to 100
 * @param backward whether the page is at the end of the range
 * @param after cursor before the range, or null
 * @param before cursor behind the range, or null
 */
public record PageRequest(int size, boolean backward, String after, String before) {

  public static final int MAX_SIZE = 100;
  public static final int DEFAULT_SIZE = 20;

  /** The descriptions of the arguments. */
  public static final String FIRST =
      "Number of edges from the start, 0 to " + MAX_SIZE + "; default " + DEFAULT_SIZE + ".";

  public static final String AFTER = "Start the page after this cursor.";
  public static final String LAST = "Number of edges from the end, 0 to " + MAX_SIZE + ".";
  public static final String BEFORE = "End the page before this cursor.";

  /**
   * @throws RequestException when a size is out of range or both are given
   */
  public static PageRequest of(Integer first, String after, Integer last, String before) {
    if (first != null && last != null) {
      throw RequestException.badRequest("Give first or last, not both");
    }
    checkRange("first", first);
    checkRange("last", last);
    if (last != null) {
      return new PageRequest(last, true, after, before);
    }
    return new PageRequest(first == null ? DEFAULT_SIZE : first, false, after, before);
  }

  private static void checkRange(String name, Integer size) {
    if (size != null && (size < 0 || size > MAX_SIZE)) {
      throw RequestException.badRequest(name + " must be 0 to " + MAX_SIZE);
    }
  }
}
