package dev.prepgraph.plan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.plan.schedule.Schedule.Slot;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.practice.fsrs.Fsrs;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SchedulerPropertyTest {

  /** All that a schedule is made of. */
  record Given(StudyTime time, List<Scheduler.CustomTask> tasks, List<Topic> topics) {

    List<Integer> openDays() {
      return IntStream.range(0, time.days()).filter(day -> !time.isOff(day)).boxed().toList();
    }

    /** The days on which something may be learnt. */
    List<Integer> learnDays() {
      List<Integer> open = openDays();
      return open.size() > 1 ? open.subList(0, open.size() - 1) : open;
    }

    /** The last day that is not off, or -1. */
    int last() {
      return openDays().stream().mapToInt(day -> day).max().orElse(-1);
    }
  }

  /**
   * What a learner who follows a schedule comes to with one question.
   *
   * @param due the day of the next review; never for unlearned questions
   * @param minutes how long that still takes
   * @param early the days on which it was reviewed before it was due
   */
  private record Replay(int due, int minutes, Set<Integer> early) {}

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final Fsrs FSRS = new Fsrs();

  private final Scheduler scheduler = new Scheduler(FSRS);

  @Property
  void neverTakesMoreThanADayHas(@ForAll("given") Given given) {
    minutesByDay(schedule(given))
        .forEach(
            (date, minutes) ->
                assertThat(minutes).isLessThanOrEqualTo(given.time().free(given.time().day(date))));
  }

  @Property
  void plansNothingBeforeTodayOrAfterTheInterviewOrOnADayOff(@ForAll("given") Given given) {
    assertThat(schedule(given).slots())
        .allSatisfy(
            slot -> {
              assertThat(slot.date()).isBetween(TODAY, given.time().interviewOn());
              assertThat(given.time().daysOff()).doesNotContain(slot.date().getDayOfWeek());
              assertThat(slot.minutes()).isPositive();
            });
  }

  @Property
  void learnsEveryQuestionBeforeItIsReviewed(@ForAll("given") Given given) {
    Schedule schedule = schedule(given);
    for (Topic topic : given.topics()) {
      List<Slot> reviews = slots(schedule, PlanItemKind.REVIEW, topic.question());
      if (!reviews.isEmpty() && topic.learnt() != null) {
        assertThat(reviews.get(0).date()).isAfter(topic.learnt().since());
      } else if (!reviews.isEmpty()) {
        LocalDate first = reviews.get(0).date();
        List<Slot> learning = slots(schedule, PlanItemKind.LEARN, topic.question());
        assertThat(learning).allMatch(slot -> slot.date().isBefore(first));
        assertThat(minutes(learning)).isEqualTo(topic.learnMinutes());
      }
    }
  }

  @Property
  void keepsTheLastDayForReview(@ForAll("given") Given given) {
    if (given.openDays().size() > 1) {
      LocalDate last = given.time().date(given.last());
      assertThat(schedule(given).slots())
          .filteredOn(slot -> slot.date().equals(last))
          .allMatch(
              slot -> slot.kind() == PlanItemKind.REVIEW || slot.kind() == PlanItemKind.CUSTOM);
    }
  }

  @Property
  void isTheSameEveryTime(@ForAll("given") Given given) {
    StudyTime time = given.time();
    Map<LocalDate, Integer> taken = new LinkedHashMap<>();
    time.taken().entrySet().stream()
        .sorted(Map.Entry.<LocalDate, Integer>comparingByKey().reversed())
        .forEach(day -> taken.put(day.getKey(), day.getValue()));
    StudyTime same =
        new StudyTime(
            time.today(),
            time.interviewOn(),
            time.dailyMinutes(),
            new HashSet<>(time.daysOff()),
            taken);

    assertThat(new Scheduler(new Fsrs()).schedule(same, given.tasks(), given.topics()))
        .isEqualTo(schedule(given));
  }

  @Property
  void theShortfallIsExactlyTheWorkWithoutAPlace(@ForAll("given") Given given) {
    Schedule schedule = schedule(given);
    int work = 0;
    for (Scheduler.CustomTask task : given.tasks()) {
      boolean placed =
          schedule.slots().stream()
              .anyMatch(
                  slot -> slot.kind() == PlanItemKind.CUSTOM && slot.taskNumber() == task.number());
      work += placed ? 0 : task.minutes();
    }
    for (Topic topic : given.topics()) {
      work += unlearnt(schedule, topic) + overdue(given, schedule, topic);
    }

    assertThat(schedule.shortfallMinutes()).isEqualTo(work);
  }

  @Property
  void isInfeasibleExactlyWhenTheMinutesDoNotFit(@ForAll("given") Given given) {
    Schedule schedule = schedule(given);
    Map<LocalDate, Integer> minutes = minutesByDay(schedule);
    int room =
        given.learnDays().stream().mapToInt(day -> roomBesideTasks(given, schedule, day)).sum();
    int toLearn = given.topics().stream().mapToInt(Topic::learnMinutes).sum();
    int unlearnt = given.topics().stream().mapToInt(topic -> unlearnt(schedule, topic)).sum();

    assertThat(unlearnt).isEqualTo(Math.max(0, toLearn - room));
    for (Topic topic : given.topics()) {
      if (overdue(given, schedule, topic) > 0) {
        int due = replay(given, schedule, topic).due();
        assertThat(given.openDays())
            .filteredOn(day -> day >= due)
            .allSatisfy(
                day ->
                    assertThat(minutes.getOrDefault(given.time().date(day), 0))
                        .isEqualTo(given.time().free(day)));
      }
    }
  }

  @Property
  void reviewsWhenFsrsSaysSoAndOnTheLastDay(@ForAll("given") Given given) {
    Schedule schedule = schedule(given);
    for (Topic topic : given.topics()) {
      assertThat(replay(given, schedule, topic).early()).isSubsetOf(given.last());
    }
  }

  private Schedule schedule(Given given) {
    return scheduler.schedule(given.time(), given.tasks(), given.topics());
  }

  private static Map<LocalDate, Integer> minutesByDay(Schedule schedule) {
    return schedule.slots().stream()
        .collect(Collectors.groupingBy(Slot::date, Collectors.summingInt(Slot::minutes)));
  }

  private static int roomBesideTasks(Given given, Schedule schedule, int day) {
    return given.time().free(day)
        - schedule.slots().stream()
            .filter(slot -> slot.kind() == PlanItemKind.CUSTOM)
            .filter(slot -> slot.date().equals(given.time().date(day)))
            .mapToInt(Slot::minutes)
            .sum();
  }

  private static List<Slot> slots(Schedule schedule, PlanItemKind kind, UUID question) {
    return schedule.slots().stream()
        .filter(slot -> slot.kind() == kind && Objects.equals(slot.question(), question))
        .toList();
  }

  private static int minutes(List<Slot> slots) {
    return slots.stream().mapToInt(Slot::minutes).sum();
  }

  private static int unlearnt(Schedule schedule, Topic topic) {
    PlanItemKind kind = topic.question() == null ? PlanItemKind.READ : PlanItemKind.LEARN;
    return topic.learnMinutes() - minutes(slots(schedule, kind, topic.question()));
  }

  private static int overdue(Given given, Schedule schedule, Topic topic) {
    Replay replay = replay(given, schedule, topic);
    return replay.due() <= given.last() ? replay.minutes() : 0;
  }

  private static Replay replay(Given given, Schedule schedule, Topic topic) {
    if (topic.question() == null || unlearnt(schedule, topic) > 0) {
      return new Replay(Integer.MAX_VALUE, 0, Set.of());
    }
    Fsrs.Memory memory;
    int on;
    int earliest = 0;
    if (topic.learnt() == null) {
      List<Slot> learning = slots(schedule, PlanItemKind.LEARN, topic.question());
      memory = FSRS.next(null, Fsrs.Rating.GOOD, 0);
      on = given.time().day(learning.get(learning.size() - 1).date());
    } else {
      memory = topic.learnt().memory();
      on = given.time().day(topic.learnt().on());
      earliest = given.time().day(topic.learnt().since()) + 1;
    }
    int due = Math.max(earliest, on + FSRS.interval(memory, 0.9));
    int left = topic.reviewMinutes();
    Set<Integer> early = new HashSet<>();
    for (Slot review : slots(schedule, PlanItemKind.REVIEW, topic.question())) {
      int day = given.time().day(review.date());
      if (day < due) {
        early.add(day);
      }
      left -= review.minutes();
      if (left == 0) {
        memory = FSRS.next(memory, Fsrs.Rating.GOOD, day - on);
        on = day;
        due = Math.max(earliest, on + FSRS.interval(memory, 0.9));
        left = topic.reviewMinutes();
      }
    }
    return new Replay(due, left, early);
  }

  @Provide
  Arbitrary<Given> given() {
    return Combinators.combine(time(), tasks(), topic().list().ofMaxSize(40), reading())
        .as(
            (time, tasks, drawn, reading) -> {
              List<Topic> topics = new ArrayList<>();
              if (reading > 0) {
                topics.add(Topic.text(reading));
              }
              for (int i = 0; i < drawn.size(); i++) {
                Topic t = drawn.get(i);
                topics.add(
                    new Topic(
                        new UUID(0, i),
                        t.learnMinutes(),
                        t.reviewMinutes(),
                        t.criteria(),
                        t.prioritized(),
                        t.learnt(),
                        null,
                        Set.of()));
              }
              return new Given(time, tasks, topics);
            });
  }

  private static Arbitrary<StudyTime> time() {
    Arbitrary<Integer> days =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of(1, 2, 3, 400)),
            Tuple.of(4, Arbitraries.integers().between(1, 40)));
    Arbitrary<Map<LocalDate, Integer>> taken =
        Arbitraries.maps(
                Arbitraries.integers().between(0, 40).map(TODAY::plusDays),
                Arbitraries.integers().between(0, 90))
            .ofMaxSize(10);
    return Combinators.combine(
            days,
            Arbitraries.integers().between(5, 90),
            Arbitraries.of(DayOfWeek.class).set().ofMaxSize(6),
            taken)
        .as((n, minutes, off, t) -> new StudyTime(TODAY, TODAY.plusDays(n - 1L), minutes, off, t));
  }

  private static Arbitrary<List<Scheduler.CustomTask>> tasks() {
    return Arbitraries.integers()
        .between(1, 60)
        .list()
        .ofMaxSize(3)
        .map(
            minutes ->
                IntStream.range(0, minutes.size())
                    .mapToObj(i -> new Scheduler.CustomTask(i + 1, minutes.get(i)))
                    .toList());
  }

  private static Arbitrary<Integer> reading() {
    return Arbitraries.of(0, 5, 10, 30);
  }

  private static Arbitrary<Topic> topic() {
    Arbitrary<Topic.Learnt> learnt =
        Combinators.combine(
                Arbitraries.doubles().between(0.5, 60),
                Arbitraries.integers().between(0, 30),
                Arbitraries.integers().between(-3, 3))
            .as(
                (stability, ago, ahead) ->
                    new Topic.Learnt(
                        new Fsrs.Memory(stability, 5),
                        TODAY.minusDays(ago),
                        TODAY.minusDays(ago).plusDays(Math.max(0, ago + ahead))))
            .injectNull(0.7);
    return Combinators.combine(
            Arbitraries.integers().between(1, 30),
            Arbitraries.integers().between(1, 10),
            Arbitraries.of("a", "b", "c", "d", "e", "f").set().ofMaxSize(3),
            Arbitraries.of(false, false, false, true),
            learnt)
        .as(
            (learn, review, criteria, prioritized, known) ->
                new Topic(
                    null,
                    known == null ? learn : 0,
                    review,
                    criteria,
                    prioritized,
                    known,
                    null,
                    Set.of()));
  }
}
