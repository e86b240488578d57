package dev.prepgraph.practice.fsrs;

import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import dev.prepgraph.practice.fsrs.Fsrs.Rating;

/**
 * How much is won by practising something now: what it adds to the probability that it is recalled
 * in the interview. Taking the least recalled first, which is simpler, spends the minutes on what
 * is hopeless: {@code src/bench/fsrs} compares the two.
 */
public final class Urgency {

  private final Fsrs fsrs;

  /**
   * Urgency for a learner.
   *
   * @param fsrs how they remember
   */
  public Urgency(Fsrs fsrs) {
    this.fsrs = fsrs;
  }

  /**
   * What a practice now is expected to add to the probability of recall in the interview, -1 to 1.
   * Something that was never practised is not recalled, and is taken to be hard the first time.
   *
   * @param memory null where it was never practised
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
