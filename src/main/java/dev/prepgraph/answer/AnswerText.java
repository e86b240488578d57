package dev.prepgraph.answer;

import dev.prepgraph.answer.schema.StarAnswer;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
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

  private Stream<String> parts() {
    return star == null ? Stream.of(body) : star.parts();
  }

  public boolean isBlank() {
    return parts().allMatch(Text::isBlank);
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
    TextChecks.length(errors, body, MAX_LENGTH, path, "body");
    if (star != null) {
      TextChecks.length(errors, star.situation(), MAX_LENGTH, path, "star", "situation");
      TextChecks.length(errors, star.task(), MAX_LENGTH, path, "star", "task");
      TextChecks.length(errors, star.action(), MAX_LENGTH, path, "star", "action");
      TextChecks.length(errors, star.result(), MAX_LENGTH, path, "star", "result");
    }
    return errors;
  }
}
