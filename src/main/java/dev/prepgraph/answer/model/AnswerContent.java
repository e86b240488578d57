package dev.prepgraph.answer.model;

import dev.prepgraph.answer.AnswerText;
import dev.prepgraph.answer.schema.SavedAnswerStatus;
import dev.prepgraph.answer.schema.StarAnswer;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a revision of a saved answer says: a body, or parts of STAR.
 *
 * @param questionRevision the revision of the question that it answers
 */
@Embeddable
public record AnswerContent(
    int questionRevision,
    @Enumerated(EnumType.STRING) SavedAnswerStatus status,
    String body,
    String situation,
    String task,
    String action,
    String result) {

  public static AnswerContent of(AnswerText text, SavedAnswerStatus status, int questionRevision) {
    StarAnswer star = text.star() == null ? StarAnswer.NONE : text.star();
    return new AnswerContent(
        questionRevision,
        status,
        text.body(),
        star.situation(),
        star.task(),
        star.action(),
        star.result());
  }

  public AnswerText text() {
    return AnswerText.of(body, situation, task, action, result);
  }

  /**
   * Whether the text and the status are the same, whatever revision of the question they answer.
   */
  public boolean says(AnswerContent other) {
    return text().equals(other.text()) && status == other.status;
  }
}
