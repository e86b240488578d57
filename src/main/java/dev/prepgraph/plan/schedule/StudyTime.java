package dev.prepgraph.plan.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * The minutes for preparation on each day up to an interview.
 *
 * @param today the first day
 * @param interviewOn the last day, not before today
 * @param dailyMinutes the maximum of a day
 * @param daysOff weekdays without preparation
 * @param taken used minutes, by day
 */
public record StudyTime(
    LocalDate today,
    LocalDate interviewOn,
    int dailyMinutes,
    Set<DayOfWeek> daysOff,
    Map<LocalDate, Integer> taken) {

  /** The number of days, including days off. */
  int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(today, interviewOn)) + 1;
  }

  LocalDate date(int day) {
    return today.plusDays(day);
  }

  /** The number of a day: 0 is today. */
  public int day(LocalDate date) {
    return Math.toIntExact(ChronoUnit.DAYS.between(today, date));
  }

  boolean isOff(int day) {
    return daysOff.contains(date(day).getDayOfWeek());
  }

  int free(int day) {
    return isOff(day) ? 0 : Math.max(0, dailyMinutes - taken.getOrDefault(date(day), 0));
  }
}
