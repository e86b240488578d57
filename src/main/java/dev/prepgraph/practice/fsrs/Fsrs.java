package dev.prepgraph.practice.fsrs;

/**
 * The memory model FSRS-6 (Free Spaced Repetition Scheduler): predicts the probability of recall,
 * and with it the next practice.
 *
 * <p>Written from <a
 * href="https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm">The Algorithm</a>,
 * whose names the formulas use: S stability, D difficulty, R retrievability, G rating, w weights.
 * Agrees with the npm package ts-fsrs 5.4.2 without fuzz and without learning steps, see {@code
 * src/test/fsrs}. Learning steps are minutes between showings of a flash card and no part of the
 * memory model; a second practice within a day follows FSRS-6's own formula for it.
 *
 * <p>Immutable.
 */
public final class Fsrs {

  /** Rating of a practice. */
  public enum Rating {
    /** Not recalled. */
    AGAIN,
    /** Recalled with difficulty. */
    HARD,
    /** Recalled. */
    GOOD,
    /** Recalled at once. */
    EASY
  }

  /**
   * The state of a memory right after a practice.
   *
   * @param stability the days until the probability of recall falls to 0.9; above 0
   * @param difficulty 1 to 10; the higher, the less a practice adds to the stability
   */
  public record Memory(double stability, double difficulty) {}

  /** The longest interval, and the greatest stability, in days. */
  public static final int MAX_INTERVAL = 36_500;

  private static final double MIN_STABILITY = 0.001;
  private static final double MIN_DIFFICULTY = 1;
  private static final double MAX_DIFFICULTY = 10;
  private static final double RECALL_AT_STABILITY = 0.9;

  /** The published weights of FSRS-6. */
  private static final double[] DEFAULT_WEIGHTS = {
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
  };

  private final double[] w;
  private final double decay;
  private final double factor;

  /** The model of an average learner. */
  public Fsrs() {
    this(DEFAULT_WEIGHTS);
  }

  /**
   * The model of a learner.
   *
   * @param weights 21, in the order of the publication
   */
  public Fsrs(double... weights) {
    if (weights.length != DEFAULT_WEIGHTS.length) {
      throw new IllegalArgumentException("FSRS-6 has 21 weights");
    }
    this.w = weights.clone();
    this.decay = -w[20];
    this.factor = Math.pow(RECALL_AT_STABILITY, 1 / decay) - 1;
  }

  /**
   * The memory after a practice.
   *
   * @param memory null before the first practice
   * @param elapsedDays the days since the last practice, with fractions; below 1 it is a practice
   *     on the same day. Unused for the first practice
   */
  public Memory next(Memory memory, Rating rating, double elapsedDays) {
    if (memory == null) {
      return new Memory(
          stability(w[rating.ordinal()]), difficulty(initialDifficulty(grade(rating))));
    }
    double stability;
    if (elapsedDays < 1) {
      stability = sameDayStability(memory.stability(), rating);
    } else {
      double r = retrievability(memory, elapsedDays);
      stability = rating == Rating.AGAIN ? forgotten(memory, r) : recalled(memory, r, rating);
    }
    return new Memory(stability(stability), nextDifficulty(memory.difficulty(), grade(rating)));
  }

  /**
   * The probability of recall, 0 to 1.
   *
   * @param elapsedDays the days since the last practice, with fractions, 0 or more
   */
  public double retrievability(Memory memory, double elapsedDays) {
    double r = Math.pow(1 + factor * elapsedDays / memory.stability(), decay);
    // The reference continues with eight decimals, which matters for stabilities of years.
    return Math.round(r * 1e8) / 1e8;
  }

  /**
   * The days, with fractions, until the probability of recall falls to the desired one; at most
   * {@link #MAX_INTERVAL}.
   *
   * @param retention the desired probability of recall, above 0 and below 1
   */
  public double days(Memory memory, double retention) {
    double days = memory.stability() * (Math.pow(retention, 1 / decay) - 1) / factor;
    return Math.min(days, MAX_INTERVAL);
  }

  /**
   * {@link #days} in whole days, at least one, for users who practise once a day.
   *
   * @param retention the desired probability of recall, above 0 and below 1
   */
  public int interval(Memory memory, double retention) {
    return (int) Math.max(1, Math.round(days(memory, retention)));
  }

  private double initialDifficulty(int g) {
    return w[4] - Math.exp((g - 1) * w[5]) + 1;
  }

  /** Damped near 10, with mean reversion towards EASY. */
  private double nextDifficulty(double d, int g) {
    double damped = d - w[6] * (g - 3) * (MAX_DIFFICULTY - d) / 9;
    return difficulty(w[7] * initialDifficulty(grade(Rating.EASY)) + (1 - w[7]) * damped);
  }

  private double sameDayStability(double s, Rating rating) {
    double growth = Math.pow(s, -w[19]) * Math.exp(w[17] * (grade(rating) - 3 + w[18]));
    return s * (rating == Rating.AGAIN ? growth : Math.max(1, growth));
  }

  private double forgotten(Memory memory, double r) {
    double s = memory.stability();
    double after =
        w[11]
            * Math.pow(memory.difficulty(), -w[12])
            * (Math.pow(s + 1, w[13]) - 1)
            * Math.exp(w[14] * (1 - r));
    return Math.min(after, s / Math.exp(w[17] * w[18]));
  }

  private double recalled(Memory memory, double r, Rating rating) {
    double s = memory.stability();
    double growth =
        Math.exp(w[8])
            * (11 - memory.difficulty())
            * Math.pow(s, -w[9])
            * (Math.exp(w[10] * (1 - r)) - 1);
    return s
        * (1
            + switch (rating) {
              case HARD -> growth * w[15];
              case EASY -> growth * w[16];
              default -> growth;
            });
  }

  private static int grade(Rating rating) {
    return rating.ordinal() + 1;
  }

  private static double stability(double s) {
    return Math.min(Math.max(s, MIN_STABILITY), MAX_INTERVAL);
  }

  private static double difficulty(double d) {
    return Math.min(Math.max(d, MIN_DIFFICULTY), MAX_DIFFICULTY);
  }
}
