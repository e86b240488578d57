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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reschedules the open items of one plan: a pure translation between stored items and the {@link
 * Scheduler}.
 *
 * <p>A done item stays on its day and uses its minutes; when the plan no longer has that day, it
 * counts on the day of its completion. A custom item stays on its day too; when the day is over or
 * no longer in the plan, it moves to the first day with enough minutes. A practised question counts
 * as learnt, and its reviews follow its ratings. {@link PinnedItems} stay on their days as long as
 * they can.
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
   * @param items of the plan; open items other than custom and pinned ones are ignored
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
    List<PlannedItem> pinned = new ArrayList<>();
    for (PlannedItem item : items) {
      boolean ahead = item.isWithin(today, end);
      if (item.isDone()) {
        boolean inPlan = item.isWithin(LocalDate.MIN, end);
        placed.add(inPlan ? item : item.on(dayOf(item.doneAt(), zone, today)));
      } else if (item.isCustom()) {
        (ahead ? placed : waiting).add(item);
      } else if (item.pinned() && ahead) {
        pinned.add(item);
      }
    }
    Map<LocalDate, Integer> used = new HashMap<>(taken);
    placed.forEach(item -> used.merge(item.onDay(), item.minutes(), Integer::sum));
    for (PlannedItem item : new PinnedItems(settings, content, today).retained(pinned, placed)) {
      placed.add(item);
      used.merge(item.onDay(), item.minutes(), Integer::sum);
    }
    Schedule schedule =
        scheduler.schedule(
            new StudyTime(today, end, settings.dailyMinutes(), settings.weekdaysOff(), used),
            waiting.stream()
                .map(item -> new Scheduler.CustomTask(item.number(), item.minutes()))
                .toList(),
            topics(content, placed, zone, today));
    List<PlannedItem> merged = merged(placed, waiting, schedule);
    return new Plan(PinnedItems.inPlace(merged, items), schedule.shortfallMinutes());
  }

  /** The day of a past time; today at the latest, as clocks of replicas differ. */
  static LocalDate dayOf(Instant past, ZoneId zone, LocalDate today) {
    LocalDate day = LocalDate.ofInstant(past, zone);
    return day.isAfter(today) ? today : day;
  }

  private List<Topic> topics(
      Content content, List<PlannedItem> placed, ZoneId zone, LocalDate today) {
    Map<Work, List<PlannedItem>> fixed =
        placed.stream()
            .sorted(Comparator.comparing(item -> timeOf(item, zone)))
            .collect(groupingBy(Work::of));
    List<Topic> topics = new ArrayList<>();
    int unread =
        content.readingMinutes()
            - minutes(fixed.getOrDefault(new Work(PlanItemKind.READ, null), List.of()));
    if (unread > 0) {
      topics.add(Topic.text(unread));
    }
    for (Subject subject : content.subjects()) {
      List<PlannedItem> learning =
          fixed.getOrDefault(new Work(PlanItemKind.LEARN, subject.question()), List.of());
      List<PlannedItem> reviews =
          fixed.getOrDefault(new Work(PlanItemKind.REVIEW, subject.question()), List.of());
      int left = toLearn(subject, learning, reviews);
      topics.add(
          new Topic(
              subject.question(),
              left,
              subject.reviewMinutes(),
              subject.criteria(),
              subject.prioritized(),
              left > 0 ? null : learnt(subject.practised(), learning, reviews, zone, today),
              learning.stream()
                  .filter(item -> !item.isDone())
                  .map(PlannedItem::onDay)
                  .max(Comparator.naturalOrder())
                  .orElse(null),
              reviews.stream()
                  .filter(item -> !item.isDone())
                  .map(PlannedItem::onDay)
                  .collect(Collectors.toSet())));
    }
    return topics;
  }

  /** The minutes left for learning beside done and pinned items; a known question needs none. */
  static int toLearn(Subject subject, List<PlannedItem> learning, List<PlannedItem> reviews) {
    boolean known = subject.practised() != null || reviews.stream().anyMatch(PlannedItem::isDone);
    return known ? 0 : Math.max(0, subject.learnMinutes() - minutes(learning));
  }

  private static int minutes(List<PlannedItem> items) {
    return items.stream().mapToInt(PlannedItem::minutes).sum();
  }

  /** The time of completion of a done item, or the day of a pinned one. */
  private static Instant timeOf(PlannedItem item, ZoneId zone) {
    return item.isDone() ? item.doneAt() : item.onDay().atStartOfDay(zone).toInstant();
  }

  /**
   * The memory after the last practice, and after all later done items and pinned learning, each
   * rated {@code GOOD}.
   */
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
        Stream.concat(learnt, reviews.stream().filter(PlannedItem::isDone))
            .sorted(Comparator.comparing(item -> timeOf(item, zone)))
            .toList()) {
      LocalDate on = item.isDone() ? dayOf(item.doneAt(), zone, today) : item.onDay();
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
      all.add(
          slot.kind() == PlanItemKind.CUSTOM
              ? tasks.remove(slot.taskNumber()).on(slot.date())
              : numbered(slot, keys));
    }
    schedule.unscheduled().forEach(slot -> all.add(numbered(slot, keys)));
    tasks.values().forEach(item -> all.add(item.on(null)));
    all.sort(
        Comparator.comparing(PlannedItem::onDay, Comparator.nullsLast(Comparator.naturalOrder())));
    return all;
  }

  /** An item with the first free number, so that rescheduling preserves ids. */
  private static PlannedItem numbered(Schedule.Slot slot, Set<PlannedItem.Key> keys) {
    int number = 1;
    while (!keys.add(new PlannedItem.Key(slot.kind(), slot.question(), number))) {
      number++;
    }
    return new PlannedItem(
        slot.kind(), slot.question(), number, null, slot.date(), slot.minutes(), null, false);
  }
}
