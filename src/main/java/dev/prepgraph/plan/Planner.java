package dev.prepgraph.plan;

import dev.prepgraph.plan.schedule.Schedule;
import dev.prepgraph.plan.schedule.Scheduler;
import dev.prepgraph.plan.schedule.StudyTime;
import dev.prepgraph.plan.schedule.Topic;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.practice.Memories;
import dev.prepgraph.practice.fsrs.Fsrs;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Plans anew what is not done, and keeps what is: the pure step between what is stored and what the
 * {@link Scheduler} decides.
 *
 * <p>What is done stays on its day and uses that day's minutes; done ahead for a day that the plan
 * no longer has, it counts on the day it was done. An item of the user's own stays on its day too,
 * unless it was missed or that day is gone: then it moves to the first day with room for it. An
 * item that is planned anew stays the same item. A question that was practised counts as learnt,
 * and its reviews follow what the ratings say.
 */
public final class Planner {

  /**
   * A question to be prepared.
   *
   * @param learnMinutes what it takes to learn it
   * @param reviewMinutes what it takes to review it
   * @param criteria the slugs of the criteria that it covers
   * @param leads whether it comes before those that do not
   * @param practised what is remembered of it since it was practised outside of plans; null where
   *     it was not
   */
  public record Subject(
      UUID question,
      int learnMinutes,
      int reviewMinutes,
      Set<String> criteria,
      boolean leads,
      Memories.Remembered practised) {}

  /**
   * What a plan prepares.
   *
   * @param readingMinutes what it takes to read the guide
   * @param subjects in the order to prepare them
   */
  public record Content(int readingMinutes, List<Subject> subjects) {}

  /**
   * What a plan becomes.
   *
   * @param items all that it has then, by day; those without a day last
   */
  public record Plan(List<StoredItem> items, int shortfallMinutes) {}

  private record Key(PlanItemKind kind, UUID question) {}

  private final Fsrs fsrs;
  private final Scheduler scheduler;

  public Planner(Fsrs fsrs) {
    this.fsrs = fsrs;
    this.scheduler = new Scheduler(fsrs);
  }

  /**
   * Plans.
   *
   * @param items what the plan has; of those, only what is done and the user's own matters
   * @param today in the plan's time zone, not after the interview
   * @param taken minutes that are used for other things, by day
   */
  public Plan plan(
      StoredPlan.Settings settings,
      List<StoredItem> items,
      Content content,
      LocalDate today,
      Map<LocalDate, Integer> taken) {
    List<StoredItem> kept = new ArrayList<>();
    List<StoredItem> waiting = new ArrayList<>();
    Map<LocalDate, Integer> used = new HashMap<>(taken);
    for (StoredItem item : items) {
      if (item.isDone()) {
        kept.add(item.on(dayOf(item, settings, today)));
      } else if (item.kind() == PlanItemKind.CUSTOM) {
        (isAhead(item.date(), today, settings.interviewOn()) ? kept : waiting).add(item);
      }
    }
    kept.forEach(item -> used.merge(item.date(), item.minutes(), Integer::sum));
    Schedule schedule =
        scheduler.schedule(
            new StudyTime(
                today, settings.interviewOn(), settings.dailyMinutes(), settings.daysOff(), used),
            waiting.stream().map(item -> new Scheduler.Errand(item.id(), item.minutes())).toList(),
            topics(content, kept, settings.zone(), today));
    return new Plan(merged(kept, waiting, schedule), schedule.shortfallMinutes());
  }

  private static boolean isAhead(LocalDate date, LocalDate today, LocalDate end) {
    return date != null && !date.isBefore(today) && !date.isAfter(end);
  }

  private static LocalDate dayOf(StoredItem done, StoredPlan.Settings settings, LocalDate today) {
    return done.date() == null || done.date().isAfter(settings.interviewOn())
        ? doneOn(done, settings.zone(), today)
        : done.date();
  }

  private static LocalDate doneOn(StoredItem item, ZoneId zone, LocalDate today) {
    return earlier(LocalDate.ofInstant(item.doneAt(), zone), today);
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private List<Topic> topics(Content content, List<StoredItem> kept, ZoneId zone, LocalDate today) {
    Map<Key, List<StoredItem>> done = new HashMap<>();
    kept.stream()
        .filter(StoredItem::isDone)
        .sorted(Comparator.comparing(StoredItem::doneAt))
        .forEach(item -> done.computeIfAbsent(key(item), k -> new ArrayList<>()).add(item));
    List<Topic> topics = new ArrayList<>();
    int unread =
        content.readingMinutes()
            - minutes(done.getOrDefault(new Key(PlanItemKind.READ, null), List.of()));
    if (unread > 0) {
      topics.add(Topic.text(unread));
    }
    for (Subject subject : content.subjects()) {
      List<StoredItem> learning =
          done.getOrDefault(new Key(PlanItemKind.LEARN, subject.question()), List.of());
      List<StoredItem> reviews =
          done.getOrDefault(new Key(PlanItemKind.REVIEW, subject.question()), List.of());
      boolean known = subject.practised() != null || !reviews.isEmpty();
      int left = known ? 0 : Math.max(0, subject.learnMinutes() - minutes(learning));
      topics.add(
          new Topic(
              subject.question(),
              left,
              subject.reviewMinutes(),
              subject.criteria(),
              subject.leads(),
              left > 0 ? null : learnt(subject.practised(), learning, reviews, zone, today)));
    }
    return topics;
  }

  private static int minutes(List<StoredItem> items) {
    return items.stream().mapToInt(StoredItem::minutes).sum();
  }

  /**
   * What is remembered: as it was practised last, or as it is when everything that was done since
   * went well.
   */
  private Topic.Learnt learnt(
      Memories.Remembered practised,
      List<StoredItem> learning,
      List<StoredItem> reviews,
      ZoneId zone,
      LocalDate today) {
    List<StoredItem> practices = new ArrayList<>();
    if (!learning.isEmpty()) {
      practices.add(learning.get(learning.size() - 1));
    }
    practices.addAll(reviews);
    practices.sort(Comparator.comparing(StoredItem::doneAt));
    Fsrs.Memory memory = null;
    LocalDate last = null;
    LocalDate since = LocalDate.MIN;
    LocalDate rated = LocalDate.MIN;
    if (practised != null) {
      rated = earlier(LocalDate.ofInstant(practised.practisedAt(), zone), today);
      memory = practised.memory();
      last = rated;
      since = rated;
    }
    for (StoredItem practice : practices) {
      LocalDate on = doneOn(practice, zone, today);
      since = practice.date().isAfter(since) ? practice.date() : since;
      if (on.isAfter(rated)) {
        double elapsed = last == null ? 0 : on.toEpochDay() - last.toEpochDay();
        memory = fsrs.next(memory, Fsrs.Rating.GOOD, elapsed);
        last = on;
      }
    }
    return new Topic.Learnt(memory, last, since);
  }

  private static List<StoredItem> merged(
      List<StoredItem> kept, List<StoredItem> waiting, Schedule schedule) {
    Map<Key, Set<Integer>> numbers = new HashMap<>();
    kept.forEach(
        item -> numbers.computeIfAbsent(key(item), k -> new HashSet<>()).add(item.number()));
    Map<UUID, StoredItem> errands = new HashMap<>();
    waiting.forEach(item -> errands.put(item.id(), item));
    List<StoredItem> all = new ArrayList<>(kept);
    for (Schedule.Slot slot : schedule.slots()) {
      if (slot.kind() == PlanItemKind.CUSTOM) {
        all.add(errands.remove(slot.key()).on(slot.date()));
      } else {
        Set<Integer> used =
            numbers.computeIfAbsent(new Key(slot.kind(), slot.key()), k -> new HashSet<>());
        int number = 1;
        while (!used.add(number)) {
          number++;
        }
        all.add(
            new StoredItem(
                null, slot.kind(), slot.key(), number, null, slot.date(), slot.minutes(), null));
      }
    }
    waiting.stream()
        .filter(item -> errands.containsKey(item.id()))
        .forEach(item -> all.add(item.on(null)));
    all.sort(
        Comparator.comparing(
            StoredItem::date, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())));
    return all;
  }

  private static Key key(StoredItem item) {
    return new Key(item.kind(), item.question());
  }
}
