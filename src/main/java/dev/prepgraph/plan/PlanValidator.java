package dev.prepgraph.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import dev.prepgraph.common.Text;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlanSettings;
import dev.prepgraph.plan.model.PlannedItem;
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
import java.util.stream.Stream;

/** Validates plans; rejects invalid ones by user errors. */
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
   * @param guideTitle the default title
   * @param timeZone of the input or the preferences, or null
   */
  PlanSettings settings(
      CreatePrepPlanInput input, String guideTitle, String timeZone, Instant now) {
    PlanSettings settings =
        new PlanSettings(
            input.title() == null ? Text.truncate(guideTitle, MAX_TITLE) : input.title(),
            input.interviewOn(),
            input.dailyMinutes(),
            timeZone,
            input.daysOff() == null ? List.of() : numbers(input.daysOff()));
    checkAll(settings, now);
    return settings;
  }

  /** The settings after an update; an update of the title alone validates only the title. */
  PlanSettings settings(UpdatePrepPlanInput input, PlanSettings current, Instant now) {
    PlanSettings settings =
        new PlanSettings(
            Objects.requireNonNullElse(input.title(), current.title()),
            Objects.requireNonNullElse(input.interviewOn(), current.interviewOn()),
            Objects.requireNonNullElse(input.dailyMinutes(), current.dailyMinutes()),
            Objects.requireNonNullElse(input.timeZone(), current.timeZone()),
            input.daysOff() == null ? current.daysOff() : numbers(input.daysOff()));
    boolean onlyTitle =
        Stream.of(input.interviewOn(), input.dailyMinutes(), input.timeZone(), input.daysOff())
            .allMatch(Objects::isNull);
    if (!onlyTitle) {
      checkAll(settings, now);
    } else if (input.title() != null) {
      new Errors().title(input.title()).reject();
    }
    return settings;
  }

  private static List<Integer> numbers(List<Weekday> days) {
    return days.stream().map(Weekday::number).distinct().sorted().toList();
  }

  private void checkAll(PlanSettings settings, Instant now) {
    Optional<ZoneId> zone = Optional.ofNullable(settings.timeZone()).flatMap(TimeZones::find);
    LocalDate today = LocalDate.ofInstant(now, zone.orElse(ZoneOffset.UTC));
    LocalDate interviewOn = settings.interviewOn();
    int minutes = settings.dailyMinutes();
    new Errors()
        .title(settings.title())
        .timeZone(settings.timeZone())
        .when(
            settings.timeZone() == null,
            "timeZone",
            "timeZone must have a value where the preferences have none")
        .when(
            zone.isPresent() && interviewOn.isBefore(today),
            "interviewOn",
            "interviewOn must be today or later")
        .when(
            interviewOn.isAfter(today.plusDays(config.horizonDays())),
            "interviewOn",
            "interviewOn must be at most " + config.horizonDays() + " days ahead")
        .when(
            minutes < MIN_DAILY_MINUTES || minutes > MAX_DAILY_MINUTES,
            "dailyMinutes",
            "dailyMinutes must be " + MIN_DAILY_MINUTES + " to " + MAX_DAILY_MINUTES)
        .when(
            settings.daysOff().size() == Weekday.values().length,
            "daysOff",
            "daysOff must have at most six days")
        .reject();
  }

  /** Rejects settings with fewer minutes a day than the open custom items of a day. */
  void checkCustomItems(PlanEntity plan, PlanSettings changed, Instant now) {
    LocalDate today = changed.dayOf(now);
    Map<LocalDate, Integer> minutes =
        plan.plannedItems().stream()
            .filter(item -> item.isCustom() && !item.isDone())
            .filter(item -> item.isWithin(today, LocalDate.MAX))
            .collect(groupingBy(PlannedItem::onDay, summingInt(PlannedItem::minutes)));
    new Errors()
        .when(
            minutes.values().stream().anyMatch(sum -> sum > changed.dailyMinutes()),
            "dailyMinutes",
            "dailyMinutes must cover the custom items of each day")
        .reject();
  }

  /** The violations of an input. */
  static final class Errors {

    private final List<UserError> found = new ArrayList<>();

    Errors title(String title) {
      TextChecks.required(found, title, MAX_TITLE, "input", "title");
      return this;
    }

    Errors timeZone(String timeZone) {
      TextChecks.timeZone(found, timeZone, "input", "timeZone");
      return this;
    }

    Errors when(boolean wrong, String field, String message) {
      if (wrong) {
        found.add(UserError.of(UserErrorCode.INVALID, message, "input", field));
      }
      return this;
    }

    void reject() {
      UserErrorException.throwIfAny(found);
    }
  }
}
