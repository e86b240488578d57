package dev.prepgraph.plan;

import dev.prepgraph.plan.model.PlanSettings;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.plan.schema.PlanItemKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Items whose day and place in the day the user chose; rescheduling retains both. */
final class PinnedItems {

  private static final Comparator<LocalDate> UNSCHEDULED_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private final PlanSettings settings;
  private final LocalDate today;
  private final Map<UUID, Planner.Subject> subjects = new HashMap<>();

  PinnedItems(PlanSettings settings, Planner.Content content, LocalDate today) {
    this.settings = settings;
    this.today = today;
    content.subjects().forEach(subject -> subjects.put(subject.question(), subject));
  }

  /**
   * The pinned items that stay: those that fit into their day beside the plan's own fixed items, of
   * questions of the guide; learning until the question is practised, and reviews after the whole
   * learning. Like custom items, they stay whatever other plans do.
   *
   * @param pinned open items on days of the plan, by day
   * @param placed done and custom items
   */
  List<PlannedItem> retained(List<PlannedItem> pinned, List<PlannedItem> placed) {
    Map<LocalDate, Integer> minutes = new HashMap<>();
    placed.forEach(item -> minutes.merge(item.onDay(), item.minutes(), Integer::sum));
    List<PlannedItem> fixed = new ArrayList<>(placed);
    List<PlannedItem> retained = new ArrayList<>();
    for (PlannedItem item : reviewsLast(pinned)) {
      int sum = minutes.getOrDefault(item.onDay(), 0) + item.minutes();
      if (sum <= settings.dailyMinutes() && isNeeded(item, fixed)) {
        minutes.put(item.onDay(), sum);
        fixed.add(item);
        retained.add(item);
      }
    }
    return retained;
  }

  private static List<PlannedItem> reviewsLast(List<PlannedItem> items) {
    return items.stream()
        .sorted(Comparator.comparing(item -> item.kind() == PlanItemKind.REVIEW))
        .toList();
  }

  private boolean isNeeded(PlannedItem item, List<PlannedItem> fixed) {
    Planner.Subject subject = subjects.get(item.questionId());
    return switch (item.kind()) {
      case LEARN -> subject != null && subject.practised() == null;
      case REVIEW -> subject != null && isLearnt(subject, item.onDay(), fixed);
      default -> true;
    };
  }

  private boolean isLearnt(Planner.Subject subject, LocalDate before, List<PlannedItem> fixed) {
    UUID question = subject.question();
    List<PlannedItem> learning = of(PlanItemKind.LEARN, question, fixed);
    List<PlannedItem> reviews = of(PlanItemKind.REVIEW, question, fixed);
    return Planner.toLearn(subject, learning, reviews) == 0
        && areBefore(before, learning, settings, today);
  }

  static List<PlannedItem> of(PlanItemKind kind, UUID question, List<PlannedItem> items) {
    return items.stream().filter(item -> item.isWork(kind, question)).toList();
  }

  /** Whether learning is done or scheduled before a review's day. */
  static boolean areBefore(
      LocalDate review, List<PlannedItem> learning, PlanSettings settings, LocalDate today) {
    return learning.stream()
        .allMatch(
            item ->
                item.isDone()
                    ? Planner.dayOf(item.doneAt(), settings.zone(), today).isBefore(review)
                    : item.isWithin(today, review.minusDays(1)));
  }

  /**
   * Moves pinned items to their previous places in the day.
   *
   * @param items by day; unscheduled items last
   * @param previous the same, before rescheduling
   */
  static List<PlannedItem> inPlace(List<PlannedItem> items, List<PlannedItem> previous) {
    Map<LocalDate, Integer> sizes = new HashMap<>();
    Map<PlannedItem, Integer> places = new IdentityHashMap<>();
    for (PlannedItem item : previous) {
      places.put(item, sizes.merge(item.onDay(), 1, Integer::sum) - 1);
    }
    Map<LocalDate, List<PlannedItem>> days = new TreeMap<>(UNSCHEDULED_LAST);
    List<PlannedItem> pinned = new ArrayList<>();
    for (PlannedItem item : items) {
      List<PlannedItem> day = days.computeIfAbsent(item.onDay(), date -> new ArrayList<>());
      (item.pinned() ? pinned : day).add(item);
    }
    pinned.sort(Comparator.comparing(places::get));
    for (PlannedItem item : pinned) {
      List<PlannedItem> day = days.get(item.onDay());
      day.add(Math.min(places.get(item), day.size()), item);
    }
    return days.values().stream().flatMap(List::stream).toList();
  }
}
