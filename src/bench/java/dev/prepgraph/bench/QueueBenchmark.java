package dev.prepgraph.bench;

import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import dev.prepgraph.practice.fsrs.Fsrs.Rating;
import dev.prepgraph.practice.fsrs.Urgency;
import java.util.Arrays;
import java.util.Random;

/**
 * The recall of simulated learners on the day of their interview when they practise in the order of the queue, against
 * the same minutes spent in other orders. A learner forgets as FSRS-6 says, with weights of their own that the queue
 * does not know: it has the published ones. Run by src/bench/fsrs.
 */
public final class QueueBenchmark {

  private static final int LEARNERS = 1_000;
  private static final double MINUTES_EACH = 5;
  private static final double MINUTES_PER_DAY = 24 * 60;
  private static final double[] WEIGHTS = {
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
  };
  private static final Fsrs MODEL = new Fsrs();
  private static final Urgency URGENCY = new Urgency(MODEL);

  /** The preparation, and the most practices of a question in the three months before it. */
  private record Scenario(int questions, int days, int minutesADay, int before) {}

  /** A question with the memory of the learner, and with that of the queue. */
  private static final class Card {
    Memory known;
    Memory believed;
    double at;
  }

  /** Chooses the question to practise. */
  private interface Order {
    int next(Card[] cards, double now, double interview, int practices);
  }

  private static int listOrder(Card[] cards, double now, double interview, int practices) {
    return practices % cards.length;
  }

  private static int leastRecalled(Card[] cards, double now, double interview, int practices) {
    int best = 0;
    double least = 2;
    for (int i = 0; i < cards.length; i++) {
      Card card = cards[i];
      double recall = card.believed == null ? 0 : MODEL.retrievability(card.believed, interview - card.at);
      if (recall < least) {
        least = recall;
        best = i;
      }
    }
    return best;
  }

  private static int queue(Card[] cards, double now, double interview, int practices) {
    int best = 0;
    double most = -2;
    for (int i = 0; i < cards.length; i++) {
      double urgency = URGENCY.of(cards[i].believed, now - cards[i].at, interview - now);
      if (urgency > most) {
        most = urgency;
        best = i;
      }
    }
    return best;
  }

  /** The mean recall of a learner, over the questions, on the day of the interview. */
  private static double recall(long learner, Scenario scenario, Order order) {
    Random random = new Random(learner);
    Fsrs memory = memory(random);
    Card[] cards = new Card[scenario.questions()];
    for (int i = 0; i < cards.length; i++) {
      cards[i] = new Card();
      before(cards[i], memory, random, scenario.before());
    }
    int practices = 0;
    for (int day = 0; day < scenario.days(); day++) {
      for (double minute = 0; minute + MINUTES_EACH <= scenario.minutesADay(); minute += MINUTES_EACH) {
        double now = day + minute / MINUTES_PER_DAY;
        practise(cards[order.next(cards, now, scenario.days(), practices++)], now, memory, random);
      }
    }
    double sum = 0;
    for (Card card : cards) {
      sum += card.known == null ? 0 : memory.retrievability(card.known, scenario.days() - card.at);
    }
    return sum / cards.length;
  }

  private static Fsrs memory(Random random) {
    double[] weights = WEIGHTS.clone();
    for (int i = 0; i < 4; i++) {
      weights[i] *= Math.exp(0.3 * random.nextGaussian());
    }
    Arrays.sort(weights, 0, 4);
    weights[8] += 0.1 * random.nextGaussian();
    weights[20] *= Math.exp(0.2 * random.nextGaussian());
    return new Fsrs(weights);
  }

  /** Three questions of four were practised before, up to the day before yesterday. */
  private static void before(Card card, Fsrs memory, Random random, int most) {
    if (most == 0 || random.nextInt(4) == 0) {
      return;
    }
    double at = -5 - random.nextDouble() * 85;
    for (int left = 1 + random.nextInt(most); left > 0 && at < -1; left--) {
      practise(card, at, memory, random);
      at += 1 + random.nextDouble() * 20;
    }
  }

  private static void practise(Card card, double now, Fsrs memory, Random random) {
    double elapsed = now - card.at;
    double recall = card.known == null ? 0.65 : memory.retrievability(card.known, elapsed);
    double chance = random.nextDouble();
    Rating rating =
        chance >= recall
            ? Rating.AGAIN
            : chance < 0.2 * recall ? Rating.HARD : chance < 0.85 * recall ? Rating.GOOD : Rating.EASY;
    card.known = memory.next(card.known, rating, elapsed);
    card.believed = MODEL.next(card.believed, rating, elapsed);
    card.at = now;
  }

  private static double mean(Scenario scenario, Order order) {
    double sum = 0;
    for (int learner = 0; learner < LEARNERS; learner++) {
      sum += recall(learner, scenario, order);
    }
    return sum / LEARNERS;
  }

  public static void main(String[] args) {
    System.out.println("mean recall on the interview's day, " + LEARNERS + " learners; " + (int) MINUTES_EACH + " minutes a practice");
    System.out.println("questions days min/day before | list order | least recalled first | queue | queue to list");
    for (Scenario scenario :
        new Scenario[] {
          new Scenario(100, 7, 45, 4),
          new Scenario(60, 3, 45, 4),
          new Scenario(200, 14, 45, 4),
          new Scenario(100, 14, 45, 4),
          new Scenario(60, 14, 45, 0),
          new Scenario(100, 7, 45, 0)
        }) {
      double list = mean(scenario, QueueBenchmark::listOrder);
      double queue = mean(scenario, QueueBenchmark::queue);
      System.out.printf(
          "%9d %4d %7d %6d | %10.3f | %20.3f | %5.3f | %+.1f %%%n",
          scenario.questions(), scenario.days(), scenario.minutesADay(), scenario.before(), list,
          mean(scenario, QueueBenchmark::leastRecalled), queue, 100 * (queue / list - 1));
    }
  }
}
