package dev.prepgraph.answer.transfer;

import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.answer.schema.SavedAnswerStatus;
import dev.prepgraph.answer.schema.StarAnswer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A saved answer with its history.
 *
 * @param revisions the oldest first
 */
@RegisterForReflection
record SavedAnswerEntry(Reference question, Instant createdAt, Iterable<Revision> revisions) {

  /** A revision, which has either a body or a star. */
  @RegisterForReflection
  record Revision(
      int version,
      int questionRevision,
      SavedAnswerStatus status,
      Instant savedAt,
      String body,
      StarAnswer star) {}
}
