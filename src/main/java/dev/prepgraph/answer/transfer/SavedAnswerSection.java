package dev.prepgraph.answer.transfer;

import dev.prepgraph.account.transfer.Entry;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.answer.AnswerConfig;
import dev.prepgraph.answer.model.AnswerContent;
import dev.prepgraph.answer.schema.SavedAnswerStatus;
import dev.prepgraph.answer.schema.StarAnswer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Saved answers with their history. */
@ApplicationScoped
class SavedAnswerSection {

  /**
   * A saved answer.
   *
   * @param revisions the oldest first
   */
  @RegisterForReflection
  record SavedAnswerEntry(Reference question, Instant createdAt, List<Revision> revisions) {}

  /** A revision, which has either a body or a star. */
  @RegisterForReflection
  record Revision(
      int version,
      int questionRevision,
      SavedAnswerStatus status,
      Instant savedAt,
      String body,
      StarAnswer star) {}

  @Produces
  @Singleton
  Section<SavedAnswerEntry> savedAnswers(AnswerConfig config) {
    return new Section<>(
        "savedAnswers",
        SavedAnswerEntry.class,
        Map.of("perUser", config.perUser()),
        "revisions",
        batch -> batch.forEach(SavedAnswerSection::prepare));
  }

  private static void prepare(Entry<SavedAnswerEntry> entry) {
    int newest = 0;
    for (Revision revision : entry.value().revisions()) {
      entry.require(revision.version() > newest, "the versions of an answer must grow");
      newest = revision.version();
      entry.require(
          !AnswerContent.of(
                  revision.questionRevision(), revision.status(), revision.body(), revision.star())
              .isReadyButBlank(),
          "a blank answer is not READY");
    }
    entry.row().put("version", newest);
  }
}
