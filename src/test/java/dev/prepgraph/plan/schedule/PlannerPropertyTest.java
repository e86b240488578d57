package dev.prepgraph.plan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.plan.Planner;
import dev.prepgraph.plan.Planner.Content;
import dev.prepgraph.plan.Planner.Plan;
import dev.prepgraph.plan.Planner.Subject;
import dev.prepgraph.plan.model.PlanSettings;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A user who does and misses items of a plan, and reschedules it repeatedly. */
class PlannerPropertyTest {

  private static final LocalDate START = LocalDate.of(2027, 3, 1);

  private final Planner planner = new Planner(new Fsrs());

  private static Content content(int questions) {
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      subjects.add(
          new Subject(
              new UUID(0, i),
              10 + 5 * (i % 4),
              5 + 5 * (i % 2),
              Set.of("c" + i % 5),
              i % 7 == 6,
              i % 9 == 8
                  ? new CardState(
                      new Fsrs.Memory(4, 5),
                      Instant.parse("2027-02-2" + i % 8 + "T12:00:00Z"),
                      1,
                      0)
                  : null));
    }
    return new Content(10, subjects);
  }

  private static PlannedItem custom(int number, LocalDate date) {
    return new PlannedItem(PlanItemKind.CUSTOM, null, number, "own", date, 5, null, false);
  }

  /** Some of the next items are done. */
  private static List<PlannedItem> live(Plan plan, LocalDate today, Random random) {
    List<PlannedItem> items = new ArrayList<>();
    for (PlannedItem item : plan.items()) {
      boolean near = item.onDay() != null && !item.onDay().isAfter(today.plusDays(1));
      Instant doneAt =
          item.isDone() || !near || random.nextInt(3) == 0
              ? item.doneAt()
              : today.atTime(12, random.nextInt(60)).toInstant(ZoneOffset.UTC);
      items.add(item.done(doneAt));
    }
    return items;
  }

  @Property(tries = 500)
  void replanningKeepsWhatIsDone(
      @ForAll @IntRange(min = 0, max = 25) int questions,
      @ForAll @IntRange(min = 0, max = 20) int days,
      @ForAll @IntRange(min = 5, max = 90) int dailyMinutes,
      @ForAll long seed) {
    Random random = new Random(seed);
    PlanSettings settings =
        new PlanSettings("", START.plusDays(days), dailyMinutes, "UTC", List.of());
    Content content = content(questions);
    List<PlannedItem> items = new ArrayList<>(List.of(custom(1, START.plusDays(days / 2))));
    for (LocalDate today = START;
        !today.isAfter(settings.interviewOn());
        today = today.plusDays(1 + random.nextInt(3))) {
      Plan plan = planner.plan(settings, items, content, today, Map.of());
      check(settings, items, plan, today);
      checkWork(settings, content, plan, today);
      assertThat(planner.plan(settings, plan.items(), content, today, Map.of())).isEqualTo(plan);
      items = live(plan, today, random);
    }
  }

  /** All work is in the plan; what has no day is the shortfall, for want of minutes. */
  private static void checkWork(
      PlanSettings settings, Content content, Plan plan, LocalDate today) {
    List<PlannedItem> unscheduled =
        plan.items().stream().filter(item -> !item.isDone() && item.onDay() == null).toList();
    assertThat(plan.shortfallMinutes()).isEqualTo(sum(unscheduled, item -> true));
    assertThat(sum(plan.items(), item -> item.kind() == PlanItemKind.READ))
        .isEqualTo(content.readingMinutes());
    for (Subject subject : content.subjects()) {
      boolean reviewed =
          plan.items().stream()
              .anyMatch(i -> i.isDone() && i.key().equals(reviewOf(subject, i.number())));
      if (subject.practised() == null && !reviewed) {
        assertThat(sum(plan.items(), item -> item.isWork(PlanItemKind.LEARN, subject.question())))
            .isEqualTo(subject.learnMinutes());
      }
    }
    // The last day is for reviews.
    LocalDate end = settings.interviewOn();
    if (unscheduled.stream().anyMatch(item -> item.kind() == PlanItemKind.LEARN)) {
      today
          .datesUntil(today.equals(end) ? end.plusDays(1) : end)
          .forEach(
              day ->
                  assertThat(sum(plan.items(), item -> day.equals(item.onDay())))
                      .isEqualTo(settings.dailyMinutes()));
    }
  }

  private static PlannedItem.Key reviewOf(Subject subject, int number) {
    return new PlannedItem.Key(PlanItemKind.REVIEW, subject.question(), number);
  }

  private static int sum(List<PlannedItem> items, Predicate<PlannedItem> which) {
    return items.stream().filter(which).mapToInt(PlannedItem::minutes).sum();
  }

  private static void check(
      PlanSettings settings, List<PlannedItem> before, Plan plan, LocalDate today) {
    assertThat(plan.items().stream().filter(PlannedItem::isDone).toList())
        .containsExactlyInAnyOrderElementsOf(before.stream().filter(PlannedItem::isDone).toList());
    Map<LocalDate, Integer> minutes = new HashMap<>();
    for (PlannedItem item : plan.items()) {
      if (!item.isDone() && item.kind() != PlanItemKind.CUSTOM && item.onDay() != null) {
        assertThat(item.onDay()).isBetween(today, settings.interviewOn());
      }
      if (item.onDay() != null) {
        minutes.merge(item.onDay(), item.minutes(), Integer::sum);
      }
    }
    assertThat(minutes.values()).allMatch(sum -> sum <= settings.dailyMinutes());
    assertThat(plan.items().stream().map(PlannedItem::key)).doesNotHaveDuplicates();
    for (PlannedItem review : plan.items()) {
      if (review.kind() == PlanItemKind.REVIEW && !review.isDone() && review.onDay() != null) {
        assertThat(plan.items())
            .filteredOn(i -> i.kind() == PlanItemKind.LEARN)
            .filteredOn(i -> i.questionId().equals(review.questionId()))
            .allMatch(learning -> learning.onDay().isBefore(review.onDay()));
      }
    }
  }
}
