package dev.prepgraph.plan.schedule;

import dev.prepgraph.plan.schema.PlanItemKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What to do when.
 *
 * @param slots by day, and in the order to do them
 * @param shortfallMinutes how much of the work has no place; 0 when all has
 */
public record Schedule(List<Slot> slots, int shortfallMinutes) {

  /**
   * One thing to do on one day.
   *
   * @param key the question's; of an errand its own; null for reading
   */
  public record Slot(LocalDate date, PlanItemKind kind, UUID key, int minutes) {}
}
