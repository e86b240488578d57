package dev.prepgraph.plan;

import dev.prepgraph.common.Text;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlanSettings;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.plan.schema.AddPlanItemInput;
import dev.prepgraph.plan.schema.CreatePrepPlanInput;
import dev.prepgraph.plan.schema.UpdatePrepPlanInput;
import dev.prepgraph.plan.schema.Weekday;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Validates what users enter for plans and custom items. */
@ApplicationScoped
class PlanValidator {

  private static final int MAX_TITLE = 200;
  private static final int MIN_DAILY_MINUTES = 5;
  private static final int MAX_DAILY_MINUTES = 1440;

  private final PlanConfig config;

  PlanValidator(PlanConfig config) {
    this.config = config;
  }

  /**
   * The settings of a new plan.
   *
   * @param guideTitle the default of its title
   * @throws UserErrorException when they are invalid
   */
  PlanSettings settings(CreatePrepPlanInput input, String guideTitle, Instant now) {
    PlanSettings settings =
        new PlanSettings(
            input.title() == null ? truncated(guideTitle) : input.title(),
            input.interviewOn(),
            input.dailyMinutes(),
            input.timeZone(),
            input.daysOff() == null ? List.of() : numbers(input.daysOff()));
    checkAll(settings, input.daysOff(), now);
    return settings;
  }

  /**
   * The settings of a plan after an update; unless more than the title is given, only that is
   * checked.
   *
   * @throws UserErrorException when they are invalid
   */
  PlanSettings settings(UpdatePrepPlanInput input, PlanSettings current, Instant now) {
    PlanSettings settings =
        new PlanSettings(
            Objects.requireNonNullElse(input.title(), current.title()),
            Objects.requireNonNullElse(input.interviewOn(), current.interviewOn()),
            Objects.requireNonNullElse(input.dailyMinutes(), current.dailyMinutes()),
            Objects.requireNonNullElse(input.timeZone(), current.timeZone()),
            input.daysOff() == null ? current.daysOff() : numbers(input.daysOff()));
    boolean onlyTitle =
        input.interviewOn() == null
            && input.dailyMinutes() == null
            && input.timeZone() == null
            && input.daysOff() == null;
    if (!onlyTitle) {
      checkAll(settings, input.daysOff(), now);
    } else if (input.title() != null) {
      List<UserError> errors = new ArrayList<>();
      checkTitle(errors, input.title());
      reject(errors);
    }
    return settings;
  }

  private static List<Integer> numbers(List<Weekday> days) {
    return days.stream().filter(Objects::nonNull).map(Weekday::number).distinct().sorted().toList();
  }

  private void checkAll(PlanSettings settings, List<Weekday> daysOff, Instant now) {
    List<UserError> errors = new ArrayList<>();
    checkTitle(errors, settings.title());
    Optional<ZoneId> zone = TimeZones.find(settings.timeZone());
    if (zone.isEmpty()) {
      errors.add(error("This is not an IANA time zone", "timeZone"));
    }
    LocalDate today = LocalDate.ofInstant(now, zone.orElse(ZoneOffset.UTC));
    if (zone.isPresent() && settings.interviewOn().isBefore(today)) {
      errors.add(error("The day of the interview is over", "interviewOn"));
    } else if (settings.interviewOn().isAfter(today.plusDays(config.horizonDays()))) {
      errors.add(
          error(
              "The interview is more than " + config.horizonDays() + " days ahead", "interviewOn"));
    }
    if (settings.dailyMinutes() < MIN_DAILY_MINUTES
        || settings.dailyMinutes() > MAX_DAILY_MINUTES) {
      errors.add(
          error(
              "A day has " + MIN_DAILY_MINUTES + " to " + MAX_DAILY_MINUTES + " minutes",
              "dailyMinutes"));
    }
    if (daysOff != null && daysOff.stream().anyMatch(Objects::isNull)) {
      errors.add(error("A day is missing", "daysOff"));
    } else if (settings.daysOff().size() == Weekday.values().length) {
      errors.add(error("At least one day of the week is not off", "daysOff"));
    }
    reject(errors);
  }

  /** Rejects settings whose days have fewer minutes than their open custom items. */
  void checkCustomItems(PlanEntity plan, PlanSettings changed, Instant now) {
    LocalDate today = changed.dayOf(now);
    Map<LocalDate, Integer> minutes =
        plan.plannedItems().stream()
            .filter(item -> item.isCustom() && !item.isDone())
            .filter(item -> item.isWithin(today, LocalDate.MAX))
            .collect(
                Collectors.groupingBy(
                    PlannedItem::onDay, Collectors.summingInt(PlannedItem::minutes)));
    if (minutes.values().stream().anyMatch(sum -> sum > changed.dailyMinutes())) {
      reject(
          List.of(error("Items of the user's own take longer on one of the days", "dailyMinutes")));
    }
  }

  /**
   * Checks a custom item.
   *
   * @param active the user's active plans
   * @throws UserErrorException when it is invalid, or the day has no room for it
   */
  void check(AddPlanItemInput input, PlanEntity plan, List<PlanEntity> active, Instant now) {
    List<UserError> errors = new ArrayList<>();
    checkTitle(errors, input.title());
    if (input.date().isBefore(plan.settings.dayOf(now))) {
      errors.add(error("That day is over", "date"));
    } else if (input.date().isAfter(plan.settings.interviewOn())) {
      errors.add(error("That day is after the interview", "date"));
    }
    if (input.estimatedMinutes() < 1) {
      errors.add(error("It takes at least a minute", "estimatedMinutes"));
    }
    reject(errors);
    if (plan.plannedItems().stream().filter(PlannedItem::isCustom).count()
        >= config.customItems()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED,
          "A plan has at most " + config.customItems() + " items of the user's own");
    }
    int fixed =
        active.stream()
            .flatMap(other -> other.plannedItems().stream())
            .filter(item -> item.isFixed() && input.date().equals(item.onDay()))
            .mapToInt(PlannedItem::minutes)
            .sum();
    if (input.estimatedMinutes() > plan.settings.dailyMinutes() - fixed) {
      reject(List.of(error("The day does not have so many minutes", "estimatedMinutes")));
    }
  }

  private static void checkTitle(List<UserError> errors, String title) {
    TextChecks.required(errors, title, MAX_TITLE, "input", "title");
  }

  private static UserError error(String message, String field) {
    return UserError.of(UserErrorCode.INVALID, message, "input", field);
  }

  private static void reject(List<UserError> errors) {
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
  }

  private static String truncated(String title) {
    return Text.length(title) <= MAX_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE));
  }
}
