package dev.prepgraph.plan.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * The minutes for preparing on each day up to an interview.
 *
 * @param today the first day
 * @param interviewOn the last day, not before today
 * @param dailyMinutes the most on a day
 * @param daysOff days of the week without any
 * @param taken minutes that are not free, by day
 */
public record StudyTime(
    LocalDate today,
    LocalDate interviewOn,
    int dailyMinutes,
    Set<DayOfWeek> daysOff,
    Map<LocalDate, Integer> taken) {

  /** The number of days, those off included. */
  int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(today, interviewOn)) + 1;
  }

  LocalDate date(int day) {
    return today.plusDays(day);
  }

  /** The number of a day: 0 is today. */
  int day(LocalDate date) {
    return Math.toIntExact(ChronoUnit.DAYS.between(today, date));
  }

  boolean isOff(int day) {
    return daysOff.contains(date(day).getDayOfWeek());
  }

  /** The minutes that are free on a day. */
  int free(int day) {
    return isOff(day) ? 0 : Math.max(0, dailyMinutes - taken.getOrDefault(date(day), 0));
  }
}
