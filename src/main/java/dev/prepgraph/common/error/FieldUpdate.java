package dev.prepgraph.common.error;

import java.util.List;

/** Updates of fields that can be cleared. */
public final class FieldUpdate {

  private FieldUpdate() {}

  /**
   * The value after an update; rejects a value that is cleared at the same time.
   *
   * @param given null leaves the value unchanged
   * @param clear the fields to clear, or null
   */
  public static <T, F> T of(T now, T given, List<F> clear, F field) {
    if (clear == null || !clear.contains(field)) {
      return given == null ? now : given;
    }
    if (given != null) {
      throw new UserErrorException(
          UserErrorCode.INVALID,
          "clear must not contain a field that has a value",
          "input",
          "clear");
    }
    return null;
  }
}
