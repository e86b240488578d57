package dev.prepgraph.plan;

import dev.prepgraph.common.TimeZones;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A plan as it is stored.
 *
 * @param items by day, and in the order to do them; those without a day last
 */
public record StoredPlan(
    UUID id,
    UUID guide,
    Settings settings,
    int shortfallMinutes,
    int version,
    Instant createdAt,
    Instant changedAt,
    List<StoredItem> items) {

  /**
   * What the user decides.
   *
   * @param timeZone where the plan's days begin, by its IANA name
   */
  public record Settings(
      String title,
      LocalDate interviewOn,
      int dailyMinutes,
      String timeZone,
      Set<DayOfWeek> daysOff) {

    ZoneId zone() {
      return TimeZones.stored(timeZone);
    }

    /** When the day of the interview is over. */
    Instant ends() {
      return TimeZones.endOf(interviewOn, zone());
    }
  }
}
