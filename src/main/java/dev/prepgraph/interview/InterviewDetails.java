package dev.prepgraph.interview;

import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.common.ClientTime;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.interview.schema.InterviewField;
import dev.prepgraph.interview.schema.TrackInterviewInput;
import dev.prepgraph.interview.schema.UpdateInterviewInput;
import dev.prepgraph.plan.PlanService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a user says of an interview.
 *
 * @param guide the guide's key, or null
 * @param plan the plan's key, or null
 * @param scheduledAt to the microsecond, as the database keeps it, or null
 * @param timeZone an IANA name, or null
 */
record InterviewDetails(
    String company,
    String position,
    UUID guide,
    UUID plan,
    Instant scheduledAt,
    String timeZone,
    String location,
    String notes) {

  private static final int MAX_NAME = 200;
  private static final int MAX_LOCATION = 500;
  static final int MAX_NOTES = 20_000;

  InterviewDetails {
    scheduledAt = scheduledAt == null ? null : scheduledAt.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * What is to be tracked.
   *
   * @throws UserErrorException when anything in it is wrong
   */
  static InterviewDetails of(TrackInterviewInput input) {
    return new InterviewDetails(
            input.company(),
            input.position(),
            guide(input.guideId()),
            plan(input.planId()),
            input.scheduledAt(),
            input.timeZone(),
            input.location(),
            input.notes())
        .checked();
  }

  /**
   * These details with a change.
   *
   * @throws UserErrorException when anything in it is wrong
   */
  InterviewDetails with(UpdateInterviewInput input) {
    List<InterviewField> clear = input.clear() == null ? List.of() : input.clear();
    return new InterviewDetails(
            input.company() == null ? company : input.company(),
            input.position() == null ? position : input.position(),
            changed(guide, guide(input.guideId()), clear, InterviewField.GUIDE),
            changed(plan, plan(input.planId()), clear, InterviewField.PLAN),
            changed(scheduledAt, input.scheduledAt(), clear, InterviewField.SCHEDULED_AT),
            changed(timeZone, input.timeZone(), clear, InterviewField.TIME_ZONE),
            changed(location, input.location(), clear, InterviewField.LOCATION),
            changed(notes, input.notes(), clear, InterviewField.NOTES))
        .checked();
  }

  private static <T> T changed(T now, T given, List<InterviewField> clear, InterviewField field) {
    if (!clear.contains(field)) {
      return given == null ? now : given;
    }
    if (given != null) {
      throw new UserErrorException(
          UserErrorCode.INVALID, "Give a value or clear it, not both", "input", "clear");
    }
    return null;
  }

  private static UUID guide(String id) {
    return id == null ? null : GuideService.key(id).orElseThrow(() -> InterviewService.noGuide());
  }

  private static UUID plan(String id) {
    return id == null ? null : PlanService.key(id).orElseThrow(() -> InterviewService.noPlan());
  }

  /** The day that it is on, in its own time zone; null while that is not known. */
  LocalDate scheduledOn() {
    return scheduledAt == null
        ? null
        : LocalDate.ofInstant(
            scheduledAt, timeZone == null ? ZoneOffset.UTC : TimeZones.stored(timeZone));
  }

  private InterviewDetails checked() {
    List<UserError> errors = errors("input");
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
    return this;
  }

  /**
   * What is wrong with it.
   *
   * @param path where it stands in the arguments
   */
  List<UserError> errors(String path) {
    List<UserError> errors = new ArrayList<>();
    TextChecks.required(errors, company, MAX_NAME, path, "company");
    TextChecks.required(errors, position, MAX_NAME, path, "position");
    if (scheduledAt != null && !ClientTime.isPlausible(scheduledAt)) {
      errors.add(
          UserError.of(
              UserErrorCode.INVALID,
              "An interview is in the years 2000 to 2099",
              path,
              "scheduledAt"));
    }
    if (timeZone != null && TimeZones.find(timeZone).isEmpty()) {
      errors.add(
          UserError.of(
              UserErrorCode.INVALID,
              "There is no such time zone; give an IANA name, such as Europe/Berlin",
              path,
              "timeZone"));
    }
    TextChecks.length(errors, location, MAX_LOCATION, path, "location");
    TextChecks.length(errors, notes, MAX_NOTES, path, "notes");
    return errors;
  }
}
