package dev.prepgraph.answer;

import dev.prepgraph.answer.schema.SavedAnswerStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * An answer as it is stored.
 *
 * @param version the newest revision's
 * @param content what that says
 * @param stale whether the question changed since
 */
record StoredAnswer(
    UUID id,
    UUID question,
    int version,
    Content content,
    boolean stale,
    Instant createdAt,
    Instant savedAt) {

  /**
   * What a revision says.
   *
   * @param questionRevision the revision of the question that it answers
   */
  record Content(AnswerText text, SavedAnswerStatus status, int questionRevision) {

    /** Whether this says the same, be it of another revision of the question. */
    boolean says(Content other) {
      return text.equals(other.text) && status == other.status;
    }
  }
}
