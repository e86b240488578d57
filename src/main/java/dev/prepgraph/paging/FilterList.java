package dev.prepgraph.paging;

import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.RequestException;
import java.util.List;

/** Checks the lists of filters, which match any of their values; an empty one matches nothing. */
public final class FilterList {

  public static final int MAX_ENTRIES = 100;

  /** The length of slugs and ids. */
  public static final int MAX_LENGTH = 100;

  private FilterList() {}

  /**
   * Returns the distinct values, sorted, so that equal filters are equal lists; null for null.
   *
   * @param path of the list in the arguments
   */
  public static <T extends Comparable<? super T>> List<T> of(String path, List<T> given) {
    if (given == null) {
      return null;
    }
    if (given.size() > MAX_ENTRIES) {
      throw RequestException.badRequest(path + " must have at most " + MAX_ENTRIES + " entries");
    }
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i) instanceof String text && Text.length(text) > MAX_LENGTH) {
        throw RequestException.badRequest(
            path + "[" + i + "] must have at most " + MAX_LENGTH + " characters");
      }
    }
    return given.stream().distinct().sorted().toList();
  }

  /** The values of both a single one and a list, each of which is null where any value matches. */
  public static <T> List<T> and(T single, List<T> list) {
    if (single == null) {
      return list;
    }
    return list == null || list.contains(single) ? List.of(single) : List.of();
  }
}
