package dev.prepgraph.answer.model;

import dev.prepgraph.answer.schema.SavedAnswerStatus;
import dev.prepgraph.answer.schema.StarAnswer;
import dev.prepgraph.common.Text;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The content of a revision of a saved answer: a body, or at least one part of STAR.
 *
 * @param questionRevision the revision of the question at the time of the save
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

  /**
   * @param body null for a STAR answer
   * @param star null for free text
   */
  public static AnswerContent of(
      int questionRevision, SavedAnswerStatus status, String body, StarAnswer star) {
    StarAnswer parts = star == null ? StarAnswer.NONE : star;
    return new AnswerContent(
        questionRevision,
        status,
        body,
        parts.situation(),
        parts.task(),
        parts.action(),
        parts.result());
  }

  /** The parts of STAR; null for free text. */
  public StarAnswer star() {
    return body == null ? new StarAnswer(situation, task, action, result) : null;
  }

  /** Whether the text and the status are equal. */
  public boolean equalsIgnoringRevision(AnswerContent other) {
    return equals(of(questionRevision, other.status, other.body, other.star()));
  }

  /** Whether the answer is READY although nothing of it is visible. */
  public boolean isReadyButBlank() {
    return status == SavedAnswerStatus.READY
        && Stream.of(body, situation, task, action, result)
            .filter(Objects::nonNull)
            .allMatch(Text::isBlank);
  }
}
