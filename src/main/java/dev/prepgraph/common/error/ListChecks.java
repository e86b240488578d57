package dev.prepgraph.common.error;

import java.util.Collection;
import java.util.HashSet;

/** Validation of input lists. */
public final class ListChecks {

  private ListChecks() {}

  /**
   * Rejects a list that does not contain each object once.
   *
   * @param object in the singular, without its article
   * @param path input path of the list
   */
  public static <T> void eachOnce(
      Collection<T> given, Collection<T> objects, String object, String... path) {
    if (given.size() != objects.size() || !new HashSet<>(given).equals(new HashSet<>(objects))) {
      throw new UserErrorException(
          UserErrorCode.INVALID,
          path[path.length - 1] + " must contain each " + object + " once",
          path);
    }
  }
}
