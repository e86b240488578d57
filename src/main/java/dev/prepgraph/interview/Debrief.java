package dev.prepgraph.interview;

import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.interview.model.AskedQuestionEntity.Asked;
import dev.prepgraph.interview.model.GapEntity.Gap;
import dev.prepgraph.interview.model.InterviewDetails;
import java.util.ArrayList;
import java.util.List;

/** A debrief of an interview. */
record Debrief(String notes, List<Asked> asked, List<Gap> gaps) {

  private static final int MAX_ENTRIES = 100;
  private static final int MAX_TEXT = 2_000;
  private static final int MAX_NOTES = 5_000;

  /** What is wrong with the debrief, its references apart. */
  List<UserError> errors() {
    List<UserError> errors = new ArrayList<>();
    TextChecks.length(errors, notes, InterviewDetails.MAX_NOTES, "input", "notes");
    checkSize(errors, asked, "askedQuestions");
    checkSize(errors, gaps, "gaps");
    for (int i = 0; i < asked.size(); i++) {
      check(errors, asked.get(i), Integer.toString(i));
    }
    for (int i = 0; i < gaps.size(); i++) {
      check(errors, gaps.get(i), Integer.toString(i));
    }
    return errors;
  }

  private static void checkSize(List<UserError> errors, List<?> entries, String list) {
    if (entries.size() > MAX_ENTRIES) {
      String message = list + " must have at most " + MAX_ENTRIES + " entries";
      errors.add(UserError.of(UserErrorCode.TOO_LARGE, message, "input", list));
    }
  }

  private static void check(List<UserError> errors, Asked asked, String index) {
    String[] text = {"input", "askedQuestions", index, "text"};
    if (asked.text() == null ? asked.questionId() == null : Text.isBlank(asked.text())) {
      errors.add(UserError.of(UserErrorCode.INVALID, "Give the question or its wording", text));
    }
    if (asked.rating() < 1 || asked.rating() > 5) {
      String[] rating = {"input", "askedQuestions", index, "rating"};
      errors.add(UserError.of(UserErrorCode.INVALID, "rating must be 1 to 5", rating));
    }
    TextChecks.length(errors, asked.text(), MAX_TEXT, text);
    TextChecks.length(errors, asked.notes(), MAX_NOTES, "input", "askedQuestions", index, "notes");
  }

  private static void check(List<UserError> errors, Gap gap, String index) {
    if ((gap.questionId() == null) == (gap.criterion() == null)) {
      String[] path = {"input", "gaps", index};
      errors.add(
          UserError.of(UserErrorCode.INVALID, "Give either a question or a criterion", path));
    }
    TextChecks.length(errors, gap.note(), MAX_TEXT, "input", "gaps", index, "note");
  }
}
