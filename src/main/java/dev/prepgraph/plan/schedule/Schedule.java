package dev.prepgraph.plan.schedule;

import dev.prepgraph.plan.schema.PlanItemKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The result of the {@link Scheduler}.
 *
 * @param slots by day, in working order
 * @param unscheduled work that fits into no day, apart from custom tasks
 * @param shortfallMinutes of all work that fits into no day
 */
public record Schedule(List<Slot> slots, List<Slot> unscheduled, int shortfallMinutes) {

  /**
   * Work on one day.
   *
   * @param date null for unscheduled work
   * @param question null for reading and custom tasks
   * @param taskNumber of a custom task, otherwise 0
   */
  public record Slot(
      LocalDate date, PlanItemKind kind, UUID question, int taskNumber, int minutes) {}
}
