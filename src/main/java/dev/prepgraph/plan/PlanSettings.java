package dev.prepgraph.plan;

import dev.prepgraph.common.Text;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.StoredPlan.Settings;
import dev.prepgraph.plan.schema.CreatePrepPlanInput;
import dev.prepgraph.plan.schema.UpdatePrepPlanInput;
import dev.prepgraph.plan.schema.Weekday;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Checks what users decide about a plan. */
@ApplicationScoped
class PlanSettings {

  static final int MAX_TITLE = 200;
  static final int MIN_DAILY_MINUTES = 5;
  static final int MAX_DAILY_MINUTES = 1440;

  private final PlanConfig config;
  private final Clock clock;

  PlanSettings(PlanConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** Whether the day of a plan's interview has passed. */
  boolean isOver(Settings plan) {
    return plan.interviewOn().isBefore(today(plan.zone()));
  }

  /** The day that it is now. */
  LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * The settings of a new plan.
   *
   * @param guideTitle what the plan is called unless its user calls it something
   * @throws UserErrorException when they are not in order
   */
  Settings of(CreatePrepPlanInput input, String guideTitle) {
    return checked(
        input.title() == null ? beginning(guideTitle) : input.title(),
        input.interviewOn(),
        input.dailyMinutes(),
        input.timeZone(),
        input.daysOff() == null ? List.of() : input.daysOff());
  }

  /**
   * The settings of a plan after a change. What a plan has already is not refused.
   *
   * @throws UserErrorException when they are not in order
   */
  Settings of(UpdatePrepPlanInput input, Settings now) {
    boolean anew =
        input.interviewOn() != null
            || input.dailyMinutes() != null
            || input.timeZone() != null
            || input.daysOff() != null;
    if (!anew) {
      List<UserError> errors = new ArrayList<>();
      if (input.title() != null) {
        checkTitle(errors, input.title());
      }
      refuse(errors);
      return new Settings(
          input.title() == null ? now.title() : input.title(),
          now.interviewOn(),
          now.dailyMinutes(),
          now.timeZone(),
          now.daysOff());
    }
    return checked(
        input.title() == null ? now.title() : input.title(),
        input.interviewOn() == null ? now.interviewOn() : input.interviewOn(),
        input.dailyMinutes() == null ? now.dailyMinutes() : input.dailyMinutes(),
        input.timeZone() == null ? now.timeZone() : input.timeZone(),
        input.daysOff() == null
            ? now.daysOff().stream().map(day -> Weekday.values()[day.ordinal()]).toList()
            : input.daysOff());
  }

  private Settings checked(
      String title,
      LocalDate interviewOn,
      int dailyMinutes,
      String timeZone,
      List<Weekday> daysOff) {
    List<UserError> errors = new ArrayList<>();
    checkTitle(errors, title);
    Optional<ZoneId> known = TimeZones.find(timeZone);
    if (known.isEmpty()) {
      errors.add(error("This is not an IANA time zone", "timeZone"));
    }
    LocalDate today = today(known.orElse(ZoneOffset.UTC));
    if (known.isPresent() && interviewOn.isBefore(today)) {
      errors.add(error("The day of the interview is over", "interviewOn"));
    } else if (interviewOn.isAfter(today.plusDays(config.horizonDays()))) {
      errors.add(
          error(
              "The interview is more than " + config.horizonDays() + " days ahead", "interviewOn"));
    }
    if (dailyMinutes < MIN_DAILY_MINUTES || dailyMinutes > MAX_DAILY_MINUTES) {
      errors.add(
          error(
              "A day has " + MIN_DAILY_MINUTES + " to " + MAX_DAILY_MINUTES + " minutes",
              "dailyMinutes"));
    }
    Set<DayOfWeek> off = EnumSet.noneOf(DayOfWeek.class);
    daysOff.stream().filter(Objects::nonNull).forEach(day -> off.add(day.day()));
    if (daysOff.stream().anyMatch(Objects::isNull)) {
      errors.add(error("A day is missing", "daysOff"));
    } else if (off.size() == Weekday.values().length) {
      errors.add(error("At least one day of the week is not off", "daysOff"));
    }
    refuse(errors);
    return new Settings(title, interviewOn, dailyMinutes, timeZone, off);
  }

  /** What is wrong with a title, of a plan or of an item. */
  static void checkTitle(List<UserError> errors, String title) {
    TextChecks.required(errors, title, MAX_TITLE, "input", "title");
  }

  static UserError error(String message, String field) {
    return UserError.of(UserErrorCode.INVALID, message, "input", field);
  }

  static void refuse(List<UserError> errors) {
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
  }

  private static String beginning(String title) {
    return Text.length(title) <= MAX_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE));
  }
}
