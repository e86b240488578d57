package dev.prepgraph.common.error;

import dev.prepgraph.common.Text;
import java.util.List;

/** Checks texts that callers send; the same everywhere. */
public final class TextChecks {

  private TextChecks() {}

  /**
   * Checks that a text is not too long.
   *
   * @param errors gets what is wrong
   * @param text may be null
   * @param most the greatest length in Unicode code points
   * @param path the names from the argument down to the field
   */
  public static void length(List<UserError> errors, String text, int most, String... path) {
    if (text != null && Text.length(text) > most) {
      errors.add(
          UserError.of(
              UserErrorCode.TOO_LARGE,
              field(path) + " must have at most " + most + " characters",
              path));
    }
  }

  /**
   * Checks that a text says something and is not too long.
   *
   * @param errors gets what is wrong
   * @param most the greatest length in Unicode code points
   * @param path the names from the argument down to the field
   */
  public static void required(List<UserError> errors, String text, int most, String... path) {
    if (Text.isBlank(text)) {
      errors.add(UserError.of(UserErrorCode.INVALID, field(path) + " must not be blank", path));
    }
    length(errors, text, most, path);
  }

  private static String field(String... path) {
    return path[path.length - 1];
  }
}
