package dev.prepgraph.answer;

import dev.prepgraph.graphql.UserError;
import dev.prepgraph.graphql.UserErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an answer says: free text or the parts of STAR, never both, never neither.
 *
 * @param body Markdown, or null
 * @param star with at least one part, or null
 */
public record AnswerText(String body, StarAnswer star) {

  /** The greatest length of the body and of each part, in Unicode code points. */
  static final int MAX_LENGTH = 20_000;

  /** The text of those five columns, where a null part may be any. */
  public static AnswerText of(
      String body, String situation, String task, String action, String result) {
    var star = new StarAnswer(situation, task, action, result);
    return new AnswerText(body, star.parts().findAny().isEmpty() ? null : star);
  }

  /** The length of all parts together. */
  public int length() {
    return parts().mapToInt(String::length).sum();
  }

  private Stream<String> parts() {
    return star == null ? Stream.of(body) : star.parts();
  }

  public boolean isBlank() {
    return parts().allMatch(String::isBlank);
  }

  /**
   * What is wrong with it.
   *
   * @param path where it stands in the arguments
   */
  List<UserError> errors(String path) {
    List<UserError> errors = new ArrayList<>();
    if (body != null && star != null) {
      errors.add(UserError.of(UserErrorCode.INVALID, "Give body or star, not both", path, "star"));
    }
    if (star != null && star.parts().findAny().isEmpty()) {
      errors.add(
          UserError.of(UserErrorCode.INVALID, "Give at least one part of star", path, "star"));
    }
    checkLength(errors, body, path, "body");
    if (star != null) {
      checkLength(errors, star.situation(), path, "star", "situation");
      checkLength(errors, star.task(), path, "star", "task");
      checkLength(errors, star.action(), path, "star", "action");
      checkLength(errors, star.result(), path, "star", "result");
    }
    return errors;
  }

  private static void checkLength(List<UserError> errors, String part, String... path) {
    if (part != null && part.codePointCount(0, part.length()) > MAX_LENGTH) {
      errors.add(
          UserError.of(
              UserErrorCode.TOO_LARGE, "At most " + MAX_LENGTH + " characters are kept", path));
    }
  }
}
