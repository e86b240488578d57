package dev.prepgraph.plan.schedule;

import dev.prepgraph.catalogue.schema.Difficulty;

/**
 * Estimates of work in minutes, in steps of 5: the review of a question takes 5, of a HARD one 10;
 * reading a guide takes 5 to 30, at 200 words a minute.
 */
public final class Estimate {

  private static final int STEP = 5;
  private static final int WORDS_A_MINUTE = 200;
  private static final int LONGEST_READING = 30;

  private Estimate() {}

  public static int review(Difficulty difficulty) {
    return difficulty == Difficulty.HARD ? 2 * STEP : STEP;
  }

  public static int reading(Iterable<String> texts) {
    int words = 0;
    for (String text : texts) {
      words += text.strip().split("\\s+").length;
    }
    int steps = Math.max(1, (words + STEP * WORDS_A_MINUTE - 1) / (STEP * WORDS_A_MINUTE));
    return Math.min(steps * STEP, LONGEST_READING);
  }
}
