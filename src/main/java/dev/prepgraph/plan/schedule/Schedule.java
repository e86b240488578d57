package dev.prepgraph.plan.schedule;

import dev.prepgraph.plan.schema.PlanItemKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The work of each day.
 *
 * @param slots by day, and in the order to do them
 * @param shortfallMinutes the work that fits into no day
 */
public record Schedule(List<Slot> slots, int shortfallMinutes) {

  /**
   * A piece of work on one day.
   *
   * @param question null for reading and custom tasks
   * @param taskNumber 0 unless it is a custom task
   */
  public record Slot(
      LocalDate date, PlanItemKind kind, UUID question, int taskNumber, int minutes) {}
}
