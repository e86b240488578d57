package dev.prepgraph.practice.fsrs;

import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import dev.prepgraph.practice.fsrs.Fsrs.Rating;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a user remembers of a question that they have practised.
 *
 * @param memory right after the last practice
 * @param practisedAt when that was
 * @param reps how often it was practised
 * @param lapses how often it was not recalled, not counting the first practice
 */
@Embeddable
public record CardState(Memory memory, Instant practisedAt, int reps, int lapses) {

  /** A card is due when the probability of recall has fallen to this. */
  private static final double RETENTION = 0.9;

  private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

  /**
   * The state after a practice.
   *
   * @param before null before the first practice
   * @param practice not earlier than the last one
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
   * The state after all practices; null where there are none.
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

  /** When the probability of recall has fallen so far that it is to be practised again. */
  public Instant dueAt(Fsrs fsrs) {
    double days = fsrs.days(memory, RETENTION);
    return practisedAt.plusMillis(Math.round(days * MILLIS_PER_DAY));
  }

  /** The probability of recall at a time that is not before the last practice, 0 to 1. */
  public double recall(Fsrs fsrs, Instant at) {
    return fsrs.retrievability(memory, days(practisedAt, at));
  }

  /** The days, with fractions, from one moment to a later one; 0 where it is not later. */
  public static double days(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis()) / MILLIS_PER_DAY;
  }
}
