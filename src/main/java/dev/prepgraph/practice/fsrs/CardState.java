package dev.prepgraph.practice.fsrs;

import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import dev.prepgraph.practice.fsrs.Fsrs.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The memory of a question right after its last practice.
 *
 * @param lapses the practices rated {@code AGAIN}, except the first one
 */
public record CardState(Memory memory, Instant practisedAt, int reps, int lapses) {

  /** The probability of recall at which a card is due. */
  private static final double RETENTION = 0.9;

  private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

  /**
   * The state after a practice.
   *
   * @param before null before the first practice
   * @param practice not before the last one
   */
  public static CardState after(Fsrs fsrs, CardState before, Practice practice) {
    if (before == null) {
      return new CardState(fsrs.next(null, practice.rating(), 0), practice.practisedAt(), 1, 0);
    }
    double elapsed = days(before.practisedAt, practice.practisedAt());
    return new CardState(
        fsrs.next(before.memory, practice.rating(), elapsed),
        practice.practisedAt(),
        before.reps + 1,
        before.lapses + (practice.rating() == Rating.AGAIN ? 1 : 0));
  }

  /**
   * The state after all practices; null without any.
   *
   * @param history the earliest first
   */
  public static CardState after(Fsrs fsrs, List<Practice> history) {
    CardState state = null;
    for (Practice practice : history) {
      state = after(fsrs, state, practice);
    }
    return state;
  }

  public Instant dueAt(Fsrs fsrs) {
    double days = fsrs.days(memory, RETENTION);
    return practisedAt.plusMillis(Math.round(days * MILLIS_PER_DAY));
  }

  /** The probability of recall, 0 to 1. */
  public double recall(Fsrs fsrs, Instant at) {
    return fsrs.retrievability(memory, days(practisedAt, at));
  }

  /** The days between two times, with fractions; 0 where the second is earlier. */
  public static double days(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis()) / MILLIS_PER_DAY;
  }
}
