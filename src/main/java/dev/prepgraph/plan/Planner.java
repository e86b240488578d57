package dev.prepgraph.plan;

import static java.util.stream.Collectors.groupingBy;

import dev.prepgraph.plan.model.PlanSettings;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.plan.schedule.Schedule;
import dev.prepgraph.plan.schedule.Scheduler;
import dev.prepgraph.plan.schedule.StudyTime;
import dev.prepgraph.plan.schedule.Topic;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reschedules the open items of one plan: a pure translation between stored items and the {@link
 * Scheduler}.
 *
 * <p>A done item stays on its day and uses its minutes; when the plan no longer has that day, it
 * counts on the day of its completion. A custom item stays on its day too; when the day is over or
 * no longer in the plan, it moves to the first day with enough minutes. A practised question counts
 * as learnt, and its reviews follow its ratings.
 */
public final class Planner {

  /**
   * A question to prepare.
   *
   * @param learnMinutes for learning
   * @param reviewMinutes for one review
   * @param criteria the slugs of its criteria
   * @param prioritized whether it is learnt before others
   * @param practised the card of the question; null before the first practice
   */
  public record Subject(
      UUID question,
      int learnMinutes,
      int reviewMinutes,
      Set<String> criteria,
      boolean prioritized,
      CardState practised) {}

  /**
   * The content of a plan.
   *
   * @param readingMinutes for reading the guide
   * @param subjects in order of preparation
   */
  public record Content(int readingMinutes, List<Subject> subjects) {}

  /**
   * A rescheduled plan.
   *
   * @param items by day; unscheduled items last
   */
  public record Plan(List<PlannedItem> items, int shortfallMinutes) {}

  private record Work(PlanItemKind kind, UUID question) {

    static Work of(PlannedItem item) {
      return new Work(item.kind(), item.questionId());
    }
  }

  private final Fsrs fsrs;
  private final Scheduler scheduler;

  public Planner(Fsrs fsrs) {
    this.fsrs = fsrs;
    this.scheduler = new Scheduler(fsrs);
  }

  /**
   * Reschedules a plan.
   *
   * @param items of the plan; open items other than custom ones are ignored
   * @param today in the plan's time zone, not after the interview
   * @param taken minutes of other plans, by day
   */
  public Plan plan(
      PlanSettings settings,
      List<PlannedItem> items,
      Content content,
      LocalDate today,
      Map<LocalDate, Integer> taken) {
    LocalDate end = settings.interviewOn();
    ZoneId zone = settings.zone();
    List<PlannedItem> placed = new ArrayList<>();
    List<PlannedItem> waiting = new ArrayList<>();
    for (PlannedItem item : items) {
      if (item.isDone()) {
        boolean inPlan = item.isWithin(LocalDate.MIN, end);
        placed.add(inPlan ? item : item.on(dayOf(item.doneAt(), zone, today)));
      } else if (item.isCustom()) {
        (item.isWithin(today, end) ? placed : waiting).add(item);
      }
    }
    Map<LocalDate, Integer> used = new HashMap<>(taken);
    placed.forEach(item -> used.merge(item.onDay(), item.minutes(), Integer::sum));
    Schedule schedule =
        scheduler.schedule(
            new StudyTime(today, end, settings.dailyMinutes(), settings.weekdaysOff(), used),
            waiting.stream()
                .map(item -> new Scheduler.CustomTask(item.number(), item.minutes()))
                .toList(),
            topics(content, placed, zone, today));
    return new Plan(merged(placed, waiting, schedule), schedule.shortfallMinutes());
  }

  /** The day of a past time; today at the latest, as clocks of replicas differ. */
  private static LocalDate dayOf(Instant past, ZoneId zone, LocalDate today) {
    LocalDate day = LocalDate.ofInstant(past, zone);
    return day.isAfter(today) ? today : day;
  }

  private List<Topic> topics(
      Content content, List<PlannedItem> placed, ZoneId zone, LocalDate today) {
    Map<Work, List<PlannedItem>> done =
        placed.stream()
            .filter(PlannedItem::isDone)
            .sorted(Comparator.comparing(PlannedItem::doneAt))
            .collect(groupingBy(Work::of));
    List<Topic> topics = new ArrayList<>();
    int unread =
        content.readingMinutes()
            - minutes(done.getOrDefault(new Work(PlanItemKind.READ, null), List.of()));
    if (unread > 0) {
      topics.add(Topic.text(unread));
    }
    for (Subject subject : content.subjects()) {
      List<PlannedItem> learning =
          done.getOrDefault(new Work(PlanItemKind.LEARN, subject.question()), List.of());
      List<PlannedItem> reviews =
          done.getOrDefault(new Work(PlanItemKind.REVIEW, subject.question()), List.of());
      boolean known = subject.practised() != null || !reviews.isEmpty();
      int left = known ? 0 : Math.max(0, subject.learnMinutes() - minutes(learning));
      topics.add(
          new Topic(
              subject.question(),
              left,
              subject.reviewMinutes(),
              subject.criteria(),
              subject.prioritized(),
              left > 0 ? null : learnt(subject.practised(), learning, reviews, zone, today)));
    }
    return topics;
  }

  private static int minutes(List<PlannedItem> items) {
    return items.stream().mapToInt(PlannedItem::minutes).sum();
  }

  /** The memory after the last practice and all later done items, each rated {@code GOOD}. */
  private Topic.Learnt learnt(
      CardState practised,
      List<PlannedItem> learning,
      List<PlannedItem> reviews,
      ZoneId zone,
      LocalDate today) {
    Fsrs.Memory memory = null;
    LocalDate last = null;
    LocalDate since = LocalDate.MIN;
    LocalDate rated = LocalDate.MIN;
    if (practised != null) {
      rated = dayOf(practised.practisedAt(), zone, today);
      memory = practised.memory();
      last = rated;
      since = rated;
    }
    Stream<PlannedItem> learnt = learning.stream().skip(Math.max(0, learning.size() - 1));
    for (PlannedItem item :
        Stream.concat(learnt, reviews.stream())
            .sorted(Comparator.comparing(PlannedItem::doneAt))
            .toList()) {
      LocalDate on = dayOf(item.doneAt(), zone, today);
      since = item.onDay().isAfter(since) ? item.onDay() : since;
      if (on.isAfter(rated)) {
        double elapsed = last == null ? 0 : on.toEpochDay() - last.toEpochDay();
        memory = fsrs.next(memory, Fsrs.Rating.GOOD, elapsed);
        last = on;
      }
    }
    return new Topic.Learnt(memory, last, since);
  }

  private static List<PlannedItem> merged(
      List<PlannedItem> placed, List<PlannedItem> waiting, Schedule schedule) {
    Set<PlannedItem.Key> keys = new HashSet<>();
    placed.forEach(item -> keys.add(item.key()));
    Map<Integer, PlannedItem> tasks = new LinkedHashMap<>();
    waiting.forEach(item -> tasks.put(item.number(), item));
    List<PlannedItem> all = new ArrayList<>(placed);
    for (Schedule.Slot slot : schedule.slots()) {
      if (slot.kind() == PlanItemKind.CUSTOM) {
        all.add(tasks.remove(slot.taskNumber()).on(slot.date()));
      } else {
        int number = 1;
        while (!keys.add(new PlannedItem.Key(slot.kind(), slot.question(), number))) {
          number++;
        }
        all.add(
            new PlannedItem(
                slot.kind(), slot.question(), number, null, slot.date(), slot.minutes(), null));
      }
    }
    tasks.values().forEach(item -> all.add(item.on(null)));
    all.sort(
        Comparator.comparing(PlannedItem::onDay, Comparator.nullsLast(Comparator.naturalOrder())));
    return all;
  }
}
