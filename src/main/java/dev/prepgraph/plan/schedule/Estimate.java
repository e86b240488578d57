package dev.prepgraph.plan.schedule;

import dev.prepgraph.catalogue.schema.AnswerFramework;
import dev.prepgraph.catalogue.schema.Difficulty;

/**
 * Estimates of work in minutes, in steps of 5:
 *
 * <table>
 *   <caption>Minutes of a question</caption>
 *   <tr><th></th><th>EASY</th><th>MEDIUM</th><th>HARD</th></tr>
 *   <tr><td>to learn, FREEFORM</td><td>10</td><td>15</td><td>20</td></tr>
 *   <tr><td>to learn, STAR (with a search for a story)</td><td>15</td><td>20</td><td>25</td></tr>
 *   <tr><td>to review, either</td><td>5</td><td>5</td><td>10</td></tr>
 * </table>
 *
 * Reading a guide takes 5 to 30 minutes, at 200 words a minute.
 */
public final class Estimate {

  private static final int STEP = 5;
  private static final int WORDS_A_MINUTE = 200;
  private static final int LONGEST_READING = 30;

  private Estimate() {}

  public static int learning(Difficulty difficulty, AnswerFramework framework) {
    int freeform =
        switch (difficulty) {
          case EASY -> 10;
          case MEDIUM -> 15;
          case HARD -> 20;
        };
    return framework == AnswerFramework.STAR ? freeform + STEP : freeform;
  }

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
