package dev.prepgraph.plan.schedule;

import dev.prepgraph.catalogue.schema.Difficulty;

/**
 * Estimates of work in minutes, in steps of 5: the review of a question takes 5, of a HARD one 10;
 * reading a guide takes 5 to 30.
 */
public final class Estimate {

  private static final int STEP = 5;
  private static final int LONGEST_READING = 30;

  private Estimate() {}

  public static int review(Difficulty difficulty) {
    return difficulty == Difficulty.HARD ? 2 * STEP : STEP;
  }

  public static int reading(int minutes) {
    int steps = Math.max(1, (minutes + STEP - 1) / STEP);
    return Math.min(steps * STEP, LONGEST_READING);
  }
}
