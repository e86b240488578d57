package dev.prepgraph.plan;

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

  private PinnedItems() {}

  /**
   * The pinned items that stay: those that fit into their day, of questions of the guide, with
   * reviews after the whole learning of their question.
   *
   * @param pinned open items on days of the plan, by day
   * @param placed done and custom items
   * @param used minutes by day
   */
  static List<PlannedItem> retained(
      List<PlannedItem> pinned,
      List<PlannedItem> placed,
      Planner.Content content,
      Map<LocalDate, Integer> used,
      int dailyMinutes) {
    Map<UUID, Planner.Subject> subjects = new HashMap<>();
    content.subjects().forEach(subject -> subjects.put(subject.question(), subject));
    Map<LocalDate, Integer> minutes = new HashMap<>(used);
    List<PlannedItem> fitting = new ArrayList<>();
    for (PlannedItem item : pinned) {
      boolean wanted = item.kind() == PlanItemKind.READ || subjects.containsKey(item.questionId());
      int sum = minutes.getOrDefault(item.onDay(), 0) + item.minutes();
      if (wanted && sum <= dailyMinutes) {
        minutes.put(item.onDay(), sum);
        fitting.add(item);
      }
    }
    List<PlannedItem> fixed = new ArrayList<>(placed);
    fixed.addAll(fitting);
    return fitting.stream()
        .filter(
            item ->
                item.kind() != PlanItemKind.REVIEW
                    || isLearntBefore(subjects.get(item.questionId()), item.onDay(), fixed))
        .toList();
  }

  private static boolean isLearntBefore(
      Planner.Subject subject, LocalDate day, List<PlannedItem> fixed) {
    List<PlannedItem> learning = of(PlanItemKind.LEARN, subject, fixed);
    return Planner.toLearn(subject, learning, of(PlanItemKind.REVIEW, subject, fixed)) == 0
        && learning.stream().allMatch(item -> item.isDone() || item.onDay().isBefore(day));
  }

  private static List<PlannedItem> of(
      PlanItemKind kind, Planner.Subject subject, List<PlannedItem> items) {
    return items.stream()
        .filter(item -> item.kind() == kind && subject.question().equals(item.questionId()))
        .toList();
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
