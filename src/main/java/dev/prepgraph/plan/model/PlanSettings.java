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
 * The settings of a plan, edited by the user.
 *
 * @param timeZone an IANA name
 * @param daysOff ISO 8601 numbers of weekdays, ascending
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

  /** In the plan's time zone. */
  public LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, zone());
  }

  public Set<DayOfWeek> weekdaysOff() {
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    daysOff.forEach(day -> weekdays.add(DayOfWeek.of(day)));
    return weekdays;
  }
}
