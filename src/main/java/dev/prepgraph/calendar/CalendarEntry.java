package dev.prepgraph.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An event of a calendar. Texts are plain; characters that iCalendar does not allow are omitted.
 *
 * @param key identifies the event among all sources while it exists; letters, digits and hyphens
 * @param version grows with every change of the event
 * @param changedAt the time of the last change
 * @param description null for none
 * @param location null for none
 * @param supersedes the key of a less exact entry for the same event, which is omitted unless its
 *     day is later; or null
 * @param cancelled whether the event will not take place; the entry is omitted, and so is the one
 *     that it supersedes
 */
public record CalendarEntry(
    String key,
    int version,
    Instant changedAt,
    When when,
    String title,
    String description,
    String location,
    String supersedes,
    boolean cancelled) {

  /** The time of an event. */
  public sealed interface When permits At, On {}

  /** A time, the same in all time zones; the user is busy. */
  public record At(Instant start, Duration duration) implements When {}

  /** A day in the time zone of the calendar program; the user is free. */
  public record On(LocalDate day) implements When {}
}
