package dev.prepgraph.common.error;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** Validation of input lists. */
public final class ListChecks {

  private ListChecks() {}

  /** Rejects a list of too many entries; null passes. */
  public static void length(List<UserError> errors, Collection<?> given, int most, String... path) {
    if (given != null && given.size() > most) {
      errors.add(
          UserError.of(
              UserErrorCode.TOO_LARGE,
              path[path.length - 1] + " must have at most " + most + " entries",
              path));
    }
  }

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
