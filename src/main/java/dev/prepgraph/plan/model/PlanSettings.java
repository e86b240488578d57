package dev.prepgraph.plan.model;

import dev.prepgraph.common.TimeZones;
import jakarta.persistence.Embeddable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What the user decides about a plan.
 *
 * @param timeZone the IANA name of the time zone in which its days begin
 * @param daysOff ISO 8601 numbers of days of the week, ascending
 */
@Embeddable
public record PlanSettings(
    String title,
    LocalDate interviewOn,
    int dailyMinutes,
    String timeZone,
    @JdbcTypeCode(SqlTypes.ARRAY) List<Integer> daysOff) {

  public ZoneId zone() {
    return TimeZones.stored(timeZone);
  }

  /** The day in the plan's time zone. */
  public LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, zone());
  }

  public Set<DayOfWeek> weekdaysOff() {
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    daysOff.forEach(day -> weekdays.add(DayOfWeek.of(day)));
    return weekdays;
  }
}
