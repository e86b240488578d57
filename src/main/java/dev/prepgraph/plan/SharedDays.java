package dev.prepgraph.plan;

import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.practice.fsrs.Fsrs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The active plans of a user, by interview date, the earliest first. Later plans use the minutes
 * that earlier plans leave; done, custom and pinned items of every plan stay.
 */
final class SharedDays {

  private static final Comparator<PlanEntity> EARLIEST_INTERVIEW_FIRST =
      Comparator.<PlanEntity, LocalDate>comparing(plan -> plan.settings.interviewOn())
          .thenComparing(plan -> plan.createdAt)
          .thenComparing(plan -> plan.id);

  private final Planner planner = new Planner(new Fsrs());
  private final List<PlanEntity> plans;
  private final Function<PlanEntity, Planner.Content> contents;
  private final int maxItems;
  private final Instant now;

  /**
   * @param plans including all active ones
   * @param contents the content of a plan
   * @param maxItems of a plan
   */
  SharedDays(
      List<PlanEntity> plans,
      Function<PlanEntity, Planner.Content> contents,
      int maxItems,
      Instant now) {
    this.plans =
        plans.stream().filter(plan -> !plan.isOver(now)).sorted(EARLIEST_INTERVIEW_FIRST).toList();
    this.contents = contents;
    this.maxItems = maxItems;
    this.now = now;
  }

  /**
   * Reschedules the open items of a changed plan, and of plans with an overfull day.
   *
   * @param newVersion whether different items make a new version of the changed plan; other plans
   *     always get one
   */
  void reschedule(PlanEntity changed, boolean newVersion) {
    for (PlanEntity plan : plans) {
      Map<LocalDate, Integer> taken = minutesOfOthers(plan);
      LocalDate today = plan.settings.dayOf(now);
      if (plan == changed || isOverfull(plan, taken, today)) {
        Planner.Plan made =
            planner.plan(plan.settings, plan.plannedItems(), contents.apply(plan), today, taken);
        if (made.items().size() > maxItems) {
          throw new UserErrorException(
              UserErrorCode.LIMIT_REACHED, "A plan has at most " + maxItems + " items");
        }
        plan.reschedule(made.items(), made.shortfallMinutes(), newVersion || plan != changed, now);
      }
    }
  }

  /** The minutes by day of all items of earlier plans and of fixed items of later plans. */
  private Map<LocalDate, Integer> minutesOfOthers(PlanEntity plan) {
    Map<LocalDate, Integer> minutes = new HashMap<>();
    int own = plans.indexOf(plan);
    for (int i = 0; i < plans.size(); i++) {
      for (PlannedItem item : plans.get(i).plannedItems()) {
        if (i != own && item.onDay() != null && (i < own || item.isFixed())) {
          minutes.merge(item.onDay(), item.minutes(), Integer::sum);
        }
      }
    }
    return minutes;
  }

  /** Whether a current or future day has movable items and exceeds the daily minutes. */
  private static boolean isOverfull(
      PlanEntity plan, Map<LocalDate, Integer> taken, LocalDate today) {
    Map<LocalDate, Integer> minutes = new HashMap<>(taken);
    Set<LocalDate> movable = new HashSet<>();
    for (PlannedItem item : plan.plannedItems()) {
      if (item.isWithin(today, LocalDate.MAX)) {
        minutes.merge(item.onDay(), item.minutes(), Integer::sum);
        if (!item.isFixed()) {
          movable.add(item.onDay());
        }
      }
    }
    return movable.stream().anyMatch(day -> minutes.get(day) > plan.settings.dailyMinutes());
  }
}
