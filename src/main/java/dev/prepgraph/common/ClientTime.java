package dev.prepgraph.common;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Validation of times from clients, whose clocks may be wrong and whose users mistype years. */
public final class ClientTime {

  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Exclusive. */
  public static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

  private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(60);

  private ClientTime() {}

  /** Whether a time is in the years 2000 to 2099. */
  public static boolean isPlausible(Instant time) {
    return !time.isBefore(EARLIEST) && time.isBefore(END);
  }

  /**
   * Validates the time of a past event and truncates it to the database's microseconds.
   *
   * @param given up to 60 seconds in the future count as now
   * @return empty when it is implausible or in the future
   */
  public static Optional<Instant> past(Instant given, Instant now) {
    if (!isPlausible(given) || given.isAfter(now.plus(MAX_CLOCK_SKEW))) {
      return Optional.empty();
    }
    return Optional.of(given.isAfter(now) ? now : given.truncatedTo(ChronoUnit.MICROS));
  }
}
