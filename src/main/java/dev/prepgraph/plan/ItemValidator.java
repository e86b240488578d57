package dev.prepgraph.plan;

import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.model.ItemEntity;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.plan.schema.item.AddPlanItemInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Validates changes of items; rejects invalid ones by user errors. */
@ApplicationScoped
class ItemValidator {

  static final String PAST_DATE = "date must be today or later";

  private static final String NO_MINUTES = "estimatedMinutes must be at least 1";
  private static final String TOO_LONG =
      "estimatedMinutes must fit into the free minutes of the day";

  private final PlanConfig config;

  ItemValidator(PlanConfig config) {
    this.config = config;
  }

  /** Validates a new item; fixed items of all active plans use minutes of its day. */
  void check(AddPlanItemInput input, PlanEntity plan, List<PlanEntity> active, Instant now) {
    inPlan(new PlanValidator.Errors().title(input.title()), input.date(), plan, now)
        .when(input.estimatedMinutes() < 1, "estimatedMinutes", NO_MINUTES)
        .reject();
    if (plan.plannedItems().stream().filter(PlannedItem::isCustom).count()
        >= config.customItems()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED,
          "A plan has at most " + config.customItems() + " custom items");
    }
    checkMinutes(input.estimatedMinutes(), free(input.date(), plan, active, null), TOO_LONG);
  }

  private static PlanValidator.Errors inPlan(
      PlanValidator.Errors errors, LocalDate date, PlanEntity plan, Instant now) {
    return errors
        .when(date.isBefore(plan.settings.dayOf(now)), "date", PAST_DATE)
        .when(
            date.isAfter(plan.settings.interviewOn()),
            "date",
            "date must not be after the interview");
  }

  private static void checkMinutes(int minutes, int free, String message) {
    new PlanValidator.Errors().when(minutes > free, "estimatedMinutes", message).reject();
  }

  /**
   * The minutes of a day that no fixed item uses.
   *
   * @param moved an item that is ignored, or null
   */
  private static int free(
      LocalDate date, PlanEntity plan, List<PlanEntity> active, ItemEntity moved) {
    int fixed =
        active.stream()
            .flatMap(other -> other.items.stream())
            .filter(item -> item != moved)
            .map(item -> item.planned)
            .filter(item -> item.isFixed() && date.equals(item.onDay()))
            .mapToInt(PlannedItem::minutes)
            .sum();
    return plan.settings.dailyMinutes() - fixed;
  }

  /** Validates new minutes of a custom item. */
  void checkMinutes(
      int minutes, ItemEntity item, PlanEntity plan, List<PlanEntity> active, Instant now) {
    new PlanValidator.Errors().when(minutes < 1, "estimatedMinutes", NO_MINUTES).reject();
    PlannedItem planned = item.planned;
    if (planned.isWithin(plan.settings.dayOf(now), plan.settings.interviewOn())) {
      checkMinutes(minutes, free(planned.onDay(), plan, active, item), TOO_LONG);
    } else {
      checkMinutes(
          minutes,
          plan.settings.dailyMinutes(),
          "estimatedMinutes must be at most the plan's daily minutes");
    }
  }

  /** Validates the day of an item that is moved by hand. */
  void checkMove(
      LocalDate date, ItemEntity item, PlanEntity plan, List<PlanEntity> active, Instant now) {
    inPlan(new PlanValidator.Errors(), date, plan, now).reject();
    PlannedItem moved = item.planned;
    List<PlannedItem> all = plan.plannedItems();
    UUID question = moved.questionId();
    LocalDate today = plan.settings.dayOf(now);
    boolean tooEarly =
        moved.kind() == PlanItemKind.REVIEW
            && !PinnedItems.areBefore(
                date, PinnedItems.of(PlanItemKind.LEARN, question, all), plan.settings, today);
    boolean tooLate =
        moved.kind() == PlanItemKind.LEARN
            && PinnedItems.of(PlanItemKind.REVIEW, question, all).stream()
                .filter(review -> review.pinned() && !review.isDone())
                .anyMatch(
                    review ->
                        !PinnedItems.areBefore(
                            review.onDay(), List.of(moved.on(date)), plan.settings, today));
    new PlanValidator.Errors()
        .when(
            tooEarly,
            "date",
            "date must be after the day on which the question is learnt; reschedule missed items first")
        .when(tooLate, "date", "date must be before the pinned reviews of the question")
        .when(
            moved.minutes() > free(date, plan, active, item),
            "date",
            "date must be a day with enough free minutes")
        .reject();
  }
}
