package dev.prepgraph.partner.event.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double from attempt to attempt up to a maximum, shortened by a random part of a half.
 */
record BackOff(Duration min, Duration max) {

  private static final int MAX_DOUBLINGS = 30;

  /**
   * @param attempts that failed, at least one
   */
  Duration after(int attempts, RandomGenerator random) {
    long doubled = min.toMillis() << Math.min(attempts - 1, MAX_DOUBLINGS);
    long most = Math.min(max.toMillis(), doubled);
    return Duration.ofMillis(most - random.nextLong(most / 2 + 1));
  }
}
