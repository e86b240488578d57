package dev.prepgraph.plan.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * When there is time to prepare.
 *
 * @param today the first day
 * @param interviewOn the last day, not before today
 * @param dailyMinutes how long at the most on a day
 * @param daysOff when there is no time
 * @param taken minutes that are not free, by day
 */
public record StudyTime(
    LocalDate today,
    LocalDate interviewOn,
    int dailyMinutes,
    Set<DayOfWeek> daysOff,
    Map<LocalDate, Integer> taken) {

  /** How many days there are, those off included. */
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
