package dev.prepgraph.interview;

import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is said of an interview afterwards, as it is stored. */
record StoredDebrief(String notes, List<Asked> asked, List<Gap> gaps) {

  private static final int MAX_ENTRIES = 100;
  private static final int MAX_TEXT = 2_000;
  private static final int MAX_NOTES = 5_000;

  /**
   * @param question the key of a question of the catalogue, or null
   * @param slug the question's, where it is read
   */
  record Asked(UUID question, String slug, String text, int rating, String notes) {
    private Asked withoutSlug() {
      return new Asked(question, null, text, rating, notes);
    }
  }

  /**
   * @param question the key of a question of the catalogue, or null
   * @param slug the question's, where it is read
   * @param criterion the slug of a criterion, or null
   */
  record Gap(UUID question, String slug, String criterion, String note) {
    private Gap withoutSlug() {
      return new Gap(question, null, criterion, note);
    }
  }

  /** Whether this says the same, as far as the user says it. */
  boolean says(StoredDebrief other) {
    return withoutSlugs().equals(other.withoutSlugs());
  }

  private StoredDebrief withoutSlugs() {
    return new StoredDebrief(
        notes,
        asked.stream().map(Asked::withoutSlug).toList(),
        gaps.stream().map(Gap::withoutSlug).toList());
  }

  /**
   * What is wrong with it, beside questions that there are not.
   *
   * @param path where it stands in the arguments
   */
  List<UserError> errors(String path) {
    List<UserError> errors = new ArrayList<>();
    TextChecks.length(errors, notes, InterviewDetails.MAX_NOTES, path, "notes");
    checkSize(errors, asked, path, "askedQuestions");
    checkSize(errors, gaps, path, "gaps");
    for (int i = 0; i < asked.size(); i++) {
      String at = Integer.toString(i);
      Asked question = asked.get(i);
      if (question.text() == null ? question.question() == null : Text.isBlank(question.text())) {
        errors.add(
            UserError.of(
                UserErrorCode.INVALID,
                "Give the question or its wording",
                path,
                "askedQuestions",
                at,
                "text"));
      }
      if (question.rating() < 1 || question.rating() > 5) {
        errors.add(
            UserError.of(
                UserErrorCode.INVALID, "A rating is 1 to 5", path, "askedQuestions", at, "rating"));
      }
      TextChecks.length(errors, question.text(), MAX_TEXT, path, "askedQuestions", at, "text");
      TextChecks.length(errors, question.notes(), MAX_NOTES, path, "askedQuestions", at, "notes");
    }
    for (int i = 0; i < gaps.size(); i++) {
      String at = Integer.toString(i);
      if ((gaps.get(i).question() == null) == (gaps.get(i).criterion() == null)) {
        errors.add(
            UserError.of(
                UserErrorCode.INVALID, "Give either a question or a criterion", path, "gaps", at));
      }
      TextChecks.length(errors, gaps.get(i).note(), MAX_TEXT, path, "gaps", at, "note");
    }
    return errors;
  }

  private static void checkSize(List<UserError> errors, List<?> entries, String... path) {
    if (entries.size() > MAX_ENTRIES) {
      errors.add(
          UserError.of(
              UserErrorCode.TOO_LARGE, "At most " + MAX_ENTRIES + " entries are kept", path));
    }
  }
}
