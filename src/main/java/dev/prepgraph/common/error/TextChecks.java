package dev.prepgraph.common.error;

import dev.prepgraph.common.Text;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.common.language.LanguageTags;
import java.util.List;

/** Validation of input texts. */
public final class TextChecks {

  private TextChecks() {}

  /**
   * @param errors gets the violation
   * @param text may be null
   * @param most maximal length in Unicode code points
   * @param path input path of the field
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

  /** As {@link #length}; the text must not be blank, either. */
  public static void required(List<UserError> errors, String text, int most, String... path) {
    if (Text.isBlank(text)) {
      errors.add(UserError.of(UserErrorCode.INVALID, field(path) + " must not be blank", path));
    }
    length(errors, text, most, path);
  }

  /** Checks a BCP 47 language tag, which may be null. */
  public static void locale(List<UserError> errors, String tag, String... path) {
    if (tag != null && !LanguageTags.isValid(tag)) {
      errors.add(
          UserError.of(
              UserErrorCode.INVALID,
              field(path) + " must be a BCP 47 language tag, for example en or de-AT",
              path));
    }
  }

  /** Checks the name of a time zone, which may be null. */
  public static void timeZone(List<UserError> errors, String name, String... path) {
    if (name != null && TimeZones.find(name).isEmpty()) {
      errors.add(
          UserError.of(
              UserErrorCode.INVALID,
              field(path) + " must be an IANA time zone, for example Europe/Berlin",
              path));
    }
  }

  private static String field(String... path) {
    return path[path.length - 1];
  }
}
