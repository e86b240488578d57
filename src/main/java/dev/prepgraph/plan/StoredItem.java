package dev.prepgraph.plan;

import dev.prepgraph.plan.schema.PlanItemKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One thing to do, as it is stored.
 *
 * @param id null before it is stored
 * @param question null for what is about none
 * @param number tells those of a plan apart that are of one kind, about one question
 * @param title the user's own; null for what is named after what it is about
 * @param date null where no day had room for it
 * @param doneAt null until it is done
 */
public record StoredItem(
    UUID id,
    PlanItemKind kind,
    UUID question,
    int number,
    String title,
    LocalDate date,
    int minutes,
    Instant doneAt) {

  public boolean isDone() {
    return doneAt != null;
  }

  public StoredItem on(LocalDate other) {
    return new StoredItem(id, kind, question, number, title, other, minutes, doneAt);
  }
}
