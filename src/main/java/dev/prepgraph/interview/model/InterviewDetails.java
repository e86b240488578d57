package dev.prepgraph.interview.model;

import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.common.ClientTime;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.common.error.FieldUpdate;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.interview.schema.InterviewField;
import dev.prepgraph.interview.schema.TrackInterviewInput;
import dev.prepgraph.interview.schema.UpdateInterviewInput;
import dev.prepgraph.plan.PlanService;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The details of an interview, edited by the user.
 *
 * @param company null until it is known
 * @param scheduledAt in microseconds, the precision of the database; or null
 * @param timeZone an IANA name, or null
 */
@Embeddable
public record InterviewDetails(
    String company,
    String position,
    UUID guideId,
    UUID planId,
    Instant scheduledAt,
    String timeZone,
    String location,
    String notes) {

  public static final int MAX_NAME = 200;
  private static final int MAX_LOCATION = 500;
  public static final int MAX_NOTES = 20_000;

  public InterviewDetails {
    scheduledAt = scheduledAt == null ? null : scheduledAt.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * @param position of the input, or its default
   * @param timeZone of the input, or its default; or null
   */
  public static InterviewDetails of(TrackInterviewInput input, String position, String timeZone) {
    return new InterviewDetails(
            input.company(),
            position,
            guide(input.guideId()),
            plan(input.planId()),
            input.scheduledAt(),
            timeZone,
            input.location(),
            input.notes())
        .checked();
  }

  public InterviewDetails with(UpdateInterviewInput input) {
    List<InterviewField> clear = input.clear();
    return new InterviewDetails(
            FieldUpdate.of(company, input.company(), clear, InterviewField.COMPANY),
            input.position() == null ? position : input.position(),
            FieldUpdate.of(guideId, guide(input.guideId()), clear, InterviewField.GUIDE),
            FieldUpdate.of(planId, plan(input.planId()), clear, InterviewField.PLAN),
            FieldUpdate.of(scheduledAt, input.scheduledAt(), clear, InterviewField.SCHEDULED_AT),
            FieldUpdate.of(timeZone, input.timeZone(), clear, InterviewField.TIME_ZONE),
            FieldUpdate.of(location, input.location(), clear, InterviewField.LOCATION),
            FieldUpdate.of(notes, input.notes(), clear, InterviewField.NOTES))
        .checked();
  }

  private static UUID guide(String id) {
    return id == null ? null : GuideService.key(id).orElseThrow(InterviewDetails::noGuide);
  }

  private static UUID plan(String id) {
    return id == null ? null : PlanService.key(id).orElseThrow(InterviewDetails::noPlan);
  }

  public static UserErrorException noGuide() {
    return UserErrorException.notFound("a published guide", "input", "guideId");
  }

  public static UserErrorException noPlan() {
    return UserErrorException.notFound("an existing plan", "input", "planId");
  }

  /** The day of the interview in its time zone, UTC by default; null when unscheduled. */
  LocalDate scheduledOn() {
    return scheduledAt == null
        ? null
        : LocalDate.ofInstant(
            scheduledAt, timeZone == null ? ZoneOffset.UTC : TimeZones.stored(timeZone));
  }

  private InterviewDetails checked() {
    List<UserError> errors = new ArrayList<>();
    if (company != null) {
      TextChecks.required(errors, company, MAX_NAME, "input", "company");
    }
    TextChecks.required(errors, position, MAX_NAME, "input", "position");
    if (scheduledAt != null && !ClientTime.isPlausible(scheduledAt)) {
      String message = "scheduledAt must be in the years 2000 to 2099";
      errors.add(UserError.of(UserErrorCode.INVALID, message, "input", "scheduledAt"));
    }
    TextChecks.timeZone(errors, timeZone, "input", "timeZone");
    TextChecks.length(errors, location, MAX_LOCATION, "input", "location");
    TextChecks.length(errors, notes, MAX_NOTES, "input", "notes");
    UserErrorException.throwIfAny(errors);
    return this;
  }
}
