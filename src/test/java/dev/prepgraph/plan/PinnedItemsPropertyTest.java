package dev.prepgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.Planner.Content;
import dev.prepgraph.plan.Planner.Subject;
import dev.prepgraph.plan.model.ItemEntity;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlanSettings;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.fsrs.Practice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** A user who moves, reorders and does items, and reschedules the plan, in random order. */
class PinnedItemsPropertyTest {

  private static final LocalDate START = LocalDate.of(2027, 3, 1);
  private static final int LEARN_MINUTES = 15;
  private static final int READING_MINUTES = 10;

  private static final Fsrs FSRS = new Fsrs();

  private static final PlanConfig CONFIG =
      new PlanConfig() {
        @Override
        public int perUser() {
          return 50;
        }

        @Override
        public int items() {
          return 5000;
        }

        @Override
        public int customItems() {
          return 200;
        }

        @Override
        public int horizonDays() {
          return 1100;
        }
      };

  private final ItemValidator validator = new ItemValidator(CONFIG);

  /** A plan whose clock runs. */
  private final class Life {

    private final Random random;
    private final List<Subject> subjects = new ArrayList<>();
    private final Content content = new Content(READING_MINUTES, subjects);
    private final PlanEntity plan;
    private LocalDate today = START;

    Life(int questions, int days, int dailyMinutes, Random random) {
      this.random = random;
      for (int i = 0; i < questions; i++) {
        subjects.add(
            new Subject(new UUID(0, i), LEARN_MINUTES, 5, Set.of("c" + i % 5), false, null));
      }
      plan =
          new PlanEntity(
              new UUID(1, 1),
              new PlanSettings("", START.plusDays(days), dailyMinutes, "UTC", List.of()),
              now());
      replan();
    }

    private Instant now() {
      return today.atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    private ItemEntity any() {
      return plan.items.get(random.nextInt(plan.items.size()));
    }

    private LocalDate anyDay() {
      return today.plusDays(random.nextInt(12));
    }

    /** Practises a question; the plan is rescheduled later. */
    void practise() {
      int index = random.nextInt(subjects.size());
      Subject subject = subjects.get(index);
      CardState card =
          CardState.after(
              FSRS,
              subject.practised(),
              new Practice(Fsrs.Rating.GOOD, today.atTime(8, 0).toInstant(ZoneOffset.UTC)));
      subjects.set(
          index,
          new Subject(
              subject.question(),
              subject.learnMinutes(),
              subject.reviewMinutes(),
              subject.criteria(),
              false,
              card));
    }

    private boolean isPractised(PlannedItem item) {
      return subjects.stream()
          .anyMatch(s -> s.question().equals(item.questionId()) && s.practised() != null);
    }

    void replan() {
      SharedDays days = new SharedDays(List.of(plan), any -> content, CONFIG.items(), now());
      days.reschedule(plan, true);
      int version = plan.version;
      days.reschedule(plan, true);
      assertThat(plan.version).isEqualTo(version);
    }

    /** Moves an item as the editor does. */
    void move() {
      ItemEntity item = any();
      LocalDate own = item.planned.onDay();
      LocalDate day = random.nextInt(4) == 0 && own != null ? own : anyDay();
      int place = random.nextInt(4);
      if (item.planned.isDone()) {
        return;
      }
      boolean allowed = isAllowed(day, item);
      if (day.equals(own)) {
        assertThat(allowed).as("a move to the day of the item").isTrue();
      } else {
        Statistics.label("moves").collect(allowed);
      }
      if (!allowed) {
        return;
      }
      plan.pin(item, day, place, now());
      replan();
      if (!plan.items.contains(item)) { // the editor rejects the move
        assertThat(isPractised(item.planned)).isTrue();
        return;
      }
      assertThat(item.planned.onDay()).isEqualTo(day);
      plan.place(item, place);
      assertThat(plan.isAt(place, item)).isTrue();
      replan();
      assertThat(plan.isAt(place, item)).isTrue();
    }

    private boolean isAllowed(LocalDate day, ItemEntity item) {
      try {
        validator.checkMove(day, item, plan, List.of(plan), now());
        return true;
      } catch (UserErrorException rejected) {
        return false;
      }
    }

    void reorder() {
      LocalDate day = anyDay();
      List<ItemEntity> order =
          new ArrayList<>(
              plan.items.stream().filter(item -> day.equals(item.planned.onDay())).toList());
      Collections.shuffle(order, random);
      plan.pin(order, day, now());
      replan();
      assertThat(plan.items.stream().filter(item -> day.equals(item.planned.onDay())).toList())
          .startsWith(order.toArray(ItemEntity[]::new));
    }

    void act() {
      switch (random.nextInt(7)) {
        case 0 -> {
          today = today.plusDays(1);
          replan();
        }
        case 1 -> {
          ItemEntity item = any();
          if (item.planned.onDay() != null && !item.planned.isDone()) {
            plan.setDone(List.of(item), now(), now());
          }
        }
        case 2 -> reorder();
        case 4 -> practise();
        case 3 -> {
          if (plan.plannedItems().stream().filter(PlannedItem::isCustom).count() < 3
              && room(today) >= 5) {
            plan.add("own", today, 5, now());
            replan();
          }
        }
        default -> move();
      }
    }

    private int room(LocalDate day) {
      return plan.settings.dailyMinutes()
          - plan.plannedItems().stream()
              .filter(item -> item.isFixed() && day.equals(item.onDay()))
              .mapToInt(PlannedItem::minutes)
              .sum();
    }

    /** Pinned items ahead, by key. */
    Map<PlannedItem.Key, PlannedItem> pinned() {
      Map<PlannedItem.Key, PlannedItem> pinned = new HashMap<>();
      plan.plannedItems().stream()
          .filter(item -> item.pinned() && !item.isDone())
          .filter(item -> item.isWithin(today, plan.settings.interviewOn()))
          .filter(item -> !isPractised(item))
          .forEach(item -> pinned.put(item.key(), item));
      return pinned;
    }

    void check() {
      List<PlannedItem> items = plan.plannedItems();
      assertThat(items.stream().map(PlannedItem::key)).doesNotHaveDuplicates();
      Map<LocalDate, Integer> minutes = new HashMap<>();
      items.stream()
          .filter(item -> item.onDay() != null)
          .forEach(item -> minutes.merge(item.onDay(), item.minutes(), Integer::sum));
      assertThat(minutes.values()).allMatch(sum -> sum <= plan.settings.dailyMinutes());
      for (Subject subject : content.subjects()) {
        List<PlannedItem> ofQuestion =
            items.stream().filter(i -> subject.question().equals(i.questionId())).toList();
        boolean known =
            subject.practised() != null
                || ofQuestion.stream().anyMatch(i -> i.kind() == PlanItemKind.REVIEW && i.isDone());
        int learning =
            ofQuestion.stream()
                .filter(i -> i.kind() == PlanItemKind.LEARN)
                .mapToInt(PlannedItem::minutes)
                .sum();
        if (!known) {
          assertThat(learning).isEqualTo(LEARN_MINUTES);
        }
      }
      assertThat(
              items.stream()
                  .filter(item -> item.kind() == PlanItemKind.READ)
                  .mapToInt(PlannedItem::minutes)
                  .sum())
          .isEqualTo(READING_MINUTES);
      int unscheduled =
          items.stream()
              .filter(item -> item.onDay() == null && !item.isDone())
              .mapToInt(PlannedItem::minutes)
              .sum();
      assertThat(plan.shortfallMinutes).isEqualTo(unscheduled);
    }
  }

  @Property(tries = 300)
  @StatisticsReport(onFailureOnly = true)
  void pinnedItemsStayAndNothingIsLost(
      @ForAll @IntRange(min = 1, max = 12) int questions,
      @ForAll @IntRange(min = 0, max = 20) int days,
      @ForAll @IntRange(min = 15, max = 90) int dailyMinutes,
      @ForAll long seed) {
    Life life = new Life(questions, days, dailyMinutes, new Random(seed));
    int customs = 0;
    for (int i = 0; i < 25 && !life.today.isAfter(START.plusDays(days)); i++) {
      life.act();
      if (life.today.isAfter(START.plusDays(days))) {
        break;
      }
      Map<PlannedItem.Key, PlannedItem> before = life.pinned();
      life.replan();
      life.check();
      assertThat(life.pinned()).containsAllEntriesOf(before);
      int now = (int) life.plan.plannedItems().stream().filter(PlannedItem::isCustom).count();
      assertThat(now).isGreaterThanOrEqualTo(customs);
      customs = now;
    }
    Statistics.label("moves").coverage(moves -> moves.check(true).percentage(share -> share > 30));
  }
}
