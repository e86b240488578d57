package dev.prepgraph.plan.model;

import dev.prepgraph.plan.schema.PlanItemKind;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The content of an item of a plan.
 *
 * @param questionId of a {@code LEARN} or {@code REVIEW} item, otherwise null
 * @param number distinguishes the items of a plan that share kind and question
 * @param title of a {@code CUSTOM} item, otherwise null
 * @param onDay null for an unscheduled item
 * @param doneAt null for an open item
 * @param pinned whether the user chose its day and its place in the day
 */
@Embeddable
public record PlannedItem(
    @Enumerated(EnumType.STRING) PlanItemKind kind,
    UUID questionId,
    int number,
    String title,
    LocalDate onDay,
    int minutes,
    Instant doneAt,
    boolean pinned) {

  /** Identifies an item within its plan. */
  public record Key(PlanItemKind kind, UUID questionId, int number) {}

  public Key key() {
    return new Key(kind, questionId, number);
  }

  public boolean isDone() {
    return doneAt != null;
  }

  public boolean isCustom() {
    return kind == PlanItemKind.CUSTOM;
  }

  /** Whether it uses minutes of its day before others; rescheduling leaves it there if it can. */
  public boolean isFixed() {
    return isDone() || isCustom() || pinned;
  }

  public boolean isWork(PlanItemKind ofKind, UUID question) {
    return kind == ofKind && question.equals(questionId);
  }

  public boolean isWithin(LocalDate first, LocalDate last) {
    return onDay != null && !onDay.isBefore(first) && !onDay.isAfter(last);
  }

  /** The item on a day that the user did not choose. */
  public PlannedItem on(LocalDate day) {
    return new PlannedItem(kind, questionId, number, title, day, minutes, doneAt, false);
  }

  /** The item on a day that the user chose. */
  PlannedItem pinnedOn(LocalDate day) {
    return new PlannedItem(kind, questionId, number, title, day, minutes, doneAt, true);
  }

  public PlannedItem done(Instant at) {
    return new PlannedItem(kind, questionId, number, title, onDay, minutes, at, pinned);
  }

  PlannedItem with(String newTitle, int newMinutes) {
    return new PlannedItem(kind, questionId, number, newTitle, onDay, newMinutes, doneAt, pinned);
  }
}
