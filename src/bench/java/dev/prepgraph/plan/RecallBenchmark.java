package dev.prepgraph.plan;

import dev.prepgraph.catalogue.schema.Difficulty;
import dev.prepgraph.plan.schedule.Estimate;
import dev.prepgraph.plan.schedule.Schedule;
import dev.prepgraph.plan.schedule.Scheduler;
import dev.prepgraph.plan.schedule.StudyTime;
import dev.prepgraph.plan.schedule.Topic;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.practice.fsrs.Fsrs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The benefit of the scheduler: the mean recall on the day of the interview of simulated learners who study by its
 * plan, against the same learners who spend the same minutes of the same days in the list's order, and how long
 * scheduling takes. Run by src/bench/plan.
 *
 * <p>Two ways to go by the list: repeatedly through all of it; or one question after another, with all the work that
 * the plan has for it before the next. A learner's memory is FSRS-6: a practice succeeds with the probability that it
 * predicts, and how well is drawn from a seeded generator. A question that was never learnt is not recalled. The
 * interview is half a day after the last day's work, so that what was reviewed on that day is not simply known.
 */
public final class RecallBenchmark {

  private record Setting(int questions, int days, int dailyMinutes) {}

  private static final int DAILY_MINUTES = 45;

  private static final List<Setting> SETTINGS = settings();

  private static List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    for (int questions : new int[] {15, 30, 60, 120, 240}) {
      for (int days : new int[] {3, 7, 14, 30, 90}) {
        settings.add(new Setting(questions, days, DAILY_MINUTES));
      }
    }
    return settings;
  }

  private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
  private static final Difficulty[] MIX = {
    Difficulty.EASY, Difficulty.MEDIUM, Difficulty.MEDIUM, Difficulty.HARD
  };
  private static final int LEARNERS = 200;
  private static final double UNTIL_THE_INTERVIEW = 0.5;
  private static final Fsrs FSRS = new Fsrs();

  private RecallBenchmark() {}

  /** Prints the recalls of each setting, their means, and the scheduler's time. */
  public static void main(String[] arguments) {
    System.out.println("                              by the plan   again and again   one after another");
    System.out.println("questions  days  minutes/day       recall   recall    ratio     recall    ratio");
    List<double[]> all = new ArrayList<>();
    List<double[]> scarce = new ArrayList<>();
    for (Setting setting : SETTINGS) {
      List<Topic> topics = topics(setting.questions());
      double[] recalls = recalls(setting, topics);
      print("%9d  %4d  %11d", recalls, setting.questions(), setting.days(), setting.dailyMinutes());
      all.add(recalls);
      int work = topics.stream().mapToInt(Topic::learnMinutes).sum();
      if (work > (setting.days() - 1) * setting.dailyMinutes()) {
        scarce.add(recalls);
      }
    }
    print("mean of all               ", mean(all));
    print("where not all can be learnt", mean(scarce));
    System.out.printf(
        Locale.ROOT,
        "mean of the settings' ratios %29.2f %19.2f%n",
        all.stream().mapToDouble(row -> row[0] / row[1]).average().orElseThrow(),
        all.stream().mapToDouble(row -> row[0] / row[2]).average().orElseThrow());
    for (int days : new int[] {14, 90, 731}) {
      System.out.printf(Locale.ROOT, "scheduling 500 questions over %d days: %.1f ms%n", days, millis(days));
    }
  }

  private static double[] recalls(Setting setting, List<Topic> topics) {
    Schedule schedule = new Scheduler(FSRS).schedule(time(setting), List.of(), topics);
    List<double[]> recalls = new ArrayList<>();
    for (int seed = 0; seed < LEARNERS; seed++) {
      recalls.add(
          new double[] {
            byPlan(schedule, topics, setting, new Random(seed)),
            againAndAgain(schedule, topics, setting, new Random(seed)),
            oneAfterAnother(schedule, topics, setting, new Random(seed))
          });
    }
    return mean(recalls);
  }

  private static double[] mean(List<double[]> rows) {
    return IntStream.range(0, 3)
        .mapToDouble(i -> rows.stream().mapToDouble(row -> row[i]).average().orElseThrow())
        .toArray();
  }

  private static void print(String label, double[] recalls, Object... values) {
    System.out.printf(Locale.ROOT, label, values);
    System.out.printf(
        Locale.ROOT,
        "%13.3f %8.3f %8.2f %10.3f %8.2f%n",
        recalls[0], recalls[1], recalls[0] / recalls[1], recalls[2], recalls[0] / recalls[2]);
  }

  /** Questions in the mix of the default guides, with the default minutes of their difficulty. */
  private static List<Topic> topics(int questions) {
    Random random = new Random(questions);
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      Difficulty difficulty = MIX[random.nextInt(MIX.length)];
      int story = random.nextInt(5) == 0 ? 5 : 0; // a STAR answer needs one
      topics.add(
          new Topic(
              new UUID(0, i),
              10 + 5 * difficulty.ordinal() + story,
              Estimate.review(difficulty),
              Set.of("common-" + random.nextInt(3), "rare-" + random.nextInt(5)),
              false,
              null,
              null,
              Set.of()));
    }
    return topics;
  }

  private static StudyTime time(Setting setting) {
    return new StudyTime(
        TODAY, TODAY.plusDays(setting.days() - 1), setting.dailyMinutes(), Set.of(), Map.of());
  }

  private static double byPlan(Schedule schedule, List<Topic> topics, Setting setting, Random random) {
    Learner learner = new Learner(random);
    Map<UUID, Integer> left = new HashMap<>();
    topics.forEach(topic -> left.put(topic.question(), topic.learnMinutes()));
    for (Schedule.Slot slot : schedule.slots()) {
      boolean done =
          slot.kind() == PlanItemKind.REVIEW || left.merge(slot.question(), -slot.minutes(), Integer::sum) == 0;
      if (done) {
        learner.practise(slot.question(), time(setting).day(slot.date()));
      }
    }
    return learner.recall(topics, setting.days() - 1);
  }

  /** Repeatedly through the list. */
  private static double againAndAgain(Schedule schedule, List<Topic> topics, Setting setting, Random random) {
    List<Work> works = new ArrayList<>();
    topics.forEach(topic -> works.add(new Work(topic.question(), topic.learnMinutes())));
    int total = schedule.slots().stream().mapToInt(Schedule.Slot::minutes).sum();
    for (int minutes = 0; minutes < total; ) {
      for (Topic topic : topics) {
        works.add(new Work(topic.question(), topic.reviewMinutes()));
        minutes += topic.reviewMinutes();
      }
    }
    return study(works, schedule, topics, setting, random);
  }

  /** The work of the plan, question by question. */
  private static double oneAfterAnother(Schedule schedule, List<Topic> topics, Setting setting, Random random) {
    List<Work> works = new ArrayList<>();
    for (Topic topic : topics) {
      works.add(new Work(topic.question(), topic.learnMinutes()));
      schedule.slots().stream()
          .filter(slot -> slot.kind() == PlanItemKind.REVIEW && slot.question().equals(topic.question()))
          .forEach(slot -> works.add(new Work(slot.question(), slot.minutes())));
    }
    return study(works, schedule, topics, setting, random);
  }

  private record Work(UUID question, int minutes) {}

  /** Spends each day's minutes of the plan on work in its order. */
  private static double study(
      List<Work> works, Schedule schedule, List<Topic> topics, Setting setting, Random random) {
    Map<Integer, Integer> minutes = new TreeMap<>();
    for (Schedule.Slot slot : schedule.slots()) {
      minutes.merge(time(setting).day(slot.date()), slot.minutes(), Integer::sum);
    }
    Learner learner = new Learner(random);
    Iterator<Work> work = works.iterator();
    Work now = work.next();
    int left = now.minutes();
    for (var day : minutes.entrySet()) {
      int free = day.getValue();
      while (now != null && free >= left) {
        free -= left;
        learner.practise(now.question(), day.getKey());
        now = work.hasNext() ? work.next() : null;
        left = now == null ? 0 : now.minutes();
      }
      left -= free;
    }
    return learner.recall(topics, setting.days() - 1);
  }

  private static double millis(int days) {
    List<Topic> topics = topics(500);
    StudyTime time = time(new Setting(500, days, 60));
    double[] times = new double[30];
    for (int i = 0; i < times.length; i++) {
      long begun = System.nanoTime();
      new Scheduler(FSRS).schedule(time, List.of(), topics);
      times[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private static final class Learner {
    private final Random random;
    private final Map<UUID, Fsrs.Memory> memories = new HashMap<>();
    private final Map<UUID, Integer> practised = new HashMap<>();

    Learner(Random random) {
      this.random = random;
    }

    void practise(UUID question, int day) {
      Fsrs.Memory memory = memories.get(question);
      double elapsed = memory == null ? 0 : day - practised.get(question);
      boolean recalled = memory == null || random.nextDouble() < FSRS.retrievability(memory, elapsed);
      memories.put(question, FSRS.next(memory, recalled ? success() : Fsrs.Rating.AGAIN, elapsed));
      practised.put(question, day);
    }

    private Fsrs.Rating success() {
      double draw = random.nextDouble();
      return draw < 0.2 ? Fsrs.Rating.HARD : draw < 0.8 ? Fsrs.Rating.GOOD : Fsrs.Rating.EASY;
    }

    double recall(List<Topic> topics, int day) {
      double sum = 0;
      for (Topic topic : topics) {
        Fsrs.Memory memory = memories.get(topic.question());
        if (memory != null) {
          sum += FSRS.retrievability(memory, day - practised.get(topic.question()) + UNTIL_THE_INTERVIEW);
        }
      }
      return sum / topics.size();
    }
  }
}
