package dev.prepgraph.paging;

import dev.prepgraph.common.error.RequestException;

/**
 * The page of a connection that a caller asks for.
 *
 * @param size how many edges at the most, 1 to 100
 * @param backward whether the page is taken from the end
 * @param after the cursor that the page begins behind, or null
 * @param before the cursor that the page ends before, or null
 */
public record PageRequest(int size, boolean backward, String after, String before) {

  public static final int MAX_SIZE = 100;
  public static final int DEFAULT_SIZE = 20;

  /**
   * Checks the four arguments of a connection.
   *
   * @throws RequestException when they are out of range or contradict each other
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
    if (size != null && (size < 1 || size > MAX_SIZE)) {
      throw RequestException.badRequest(name + " must be 1 to " + MAX_SIZE);
    }
  }
}
