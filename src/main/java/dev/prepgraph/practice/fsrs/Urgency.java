package dev.prepgraph.practice.fsrs;

import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import dev.prepgraph.practice.fsrs.Fsrs.Rating;

/**
 * The gain of a practice now in the probability of recall in the interview. Better than "least
 * recalled first", see {@code src/bench/fsrs}.
 */
public final class Urgency {

  private final Fsrs fsrs;

  public Urgency(Fsrs fsrs) {
    this.fsrs = fsrs;
  }

  /**
   * The expected gain in probability of recall in the interview, -1 to 1. A first practice counts
   * as HARD.
   *
   * @param memory null before the first practice
   * @param sinceDays the days since the last practice
   * @param untilDays the days until the interview; 0 without one
   */
  public double of(Memory memory, double sinceDays, double untilDays) {
    if (memory == null) {
      return after(null, Rating.HARD, 0, untilDays);
    }
    double recalled = fsrs.retrievability(memory, sinceDays);
    return recalled * after(memory, Rating.GOOD, sinceDays, untilDays)
        + (1 - recalled) * after(memory, Rating.AGAIN, sinceDays, untilDays)
        - fsrs.retrievability(memory, sinceDays + untilDays);
  }

  private double after(Memory memory, Rating rating, double sinceDays, double untilDays) {
    return fsrs.retrievability(fsrs.next(memory, rating, sinceDays), untilDays);
  }
}
