package dev.prepgraph.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One event of a calendar. Texts are plain; characters that a calendar cannot hold are left out.
 *
 * @param key what the event is known by for as long as it exists, unique among all sources, of
 *     letters, digits and hyphens
 * @param version grows with every change of what it says
 * @param changedAt when what it says was last changed
 * @param when when it is
 * @param title what it is
 * @param description more about it, or null
 * @param location where it is, or null
 * @param instead the key of an entry of a day that says the same less exactly, and is left out
 *     unless its day is a later one; or null
 */
public record CalendarEntry(
    String key,
    int version,
    Instant changedAt,
    When when,
    String title,
    String description,
    String location,
    String instead) {

  /** When an event is. */
  public sealed interface When permits At, On {}

  /** At a moment, which is the same everywhere; the user is busy. */
  public record At(Instant start, Duration duration) implements When {}

  /** On a day, whichever time zone the calendar is looked at in; the user is not busy. */
  public record On(LocalDate day) implements When {}
}
