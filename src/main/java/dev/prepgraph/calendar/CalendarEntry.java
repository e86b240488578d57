package dev.prepgraph.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An event of a calendar. Texts are plain; characters that a calendar cannot hold are left out.
 *
 * @param key identifies the event among all sources for as long as it exists; letters, digits and
 *     hyphens
 * @param version grows with every change of the event
 * @param changedAt the time of the last change
 * @param description null for none
 * @param location null for none
 * @param supersedes the key of a less exact entry for the same event, which is left out unless its
 *     day is later; or null
 */
public record CalendarEntry(
    String key,
    int version,
    Instant changedAt,
    When when,
    String title,
    String description,
    String location,
    String supersedes) {

  /** The time of an event. */
  public sealed interface When permits At, On {}

  /** A moment, the same in all time zones; the user is busy. */
  public record At(Instant start, Duration duration) implements When {}

  /** A day in whatever time zone the calendar is shown; the user is not busy. */
  public record On(LocalDate day) implements When {}
}
