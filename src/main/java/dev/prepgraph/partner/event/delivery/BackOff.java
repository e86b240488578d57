package dev.prepgraph.partner.event.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double from attempt to attempt up to a maximum, shortened by a random part of a half;
 * longer ones, up to the maximum, for receivers that ask for them.
 */
record BackOff(Duration min, Duration max) {

  private static final int MAX_DOUBLINGS = 30;

  /**
   * @param attempts that failed, at least one
   * @param asked for by the receiver, or zero
   */
  Duration after(int attempts, Duration asked, RandomGenerator random) {
    long doubled = min.toMillis() << Math.min(attempts - 1, MAX_DOUBLINGS);
    long most = Math.min(max.toMillis(), doubled);
    long pause = most - random.nextLong(most / 2 + 1);
    return Duration.ofMillis(Math.max(pause, Math.min(max.toMillis(), asked.toMillis())));
  }
}
