package dev.prepgraph.common;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Which times of clients are believed: their clocks go wrong, and people mistype years. */
public final class ClientTime {

  /** The earliest time that anything here is said of. */
  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** What no time reaches. */
  public static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

  /** How far a client's clock may be ahead. */
  private static final Duration AHEAD = Duration.ofSeconds(60);

  private ClientTime() {}

  /** Whether a time lies in the years that are accepted, 2000 to 2099. */
  public static boolean isPlausible(Instant time) {
    return !time.isBefore(EARLIEST) && time.isBefore(END);
  }

  /**
   * The time, to the microsecond that the database keeps, of something that is said to have
   * happened.
   *
   * @param given what a client says; up to 60 seconds after now it is taken for now
   * @return empty when it is implausible or lies in the future
   */
  public static Optional<Instant> past(Instant given, Instant now) {
    if (!isPlausible(given) || given.isAfter(now.plus(AHEAD))) {
      return Optional.empty();
    }
    return Optional.of(given.isAfter(now) ? now : given.truncatedTo(ChronoUnit.MICROS));
  }
}
