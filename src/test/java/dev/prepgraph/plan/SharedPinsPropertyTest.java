package dev.prepgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.Planner.Content;
import dev.prepgraph.plan.Planner.Subject;
import dev.prepgraph.plan.model.ItemEntity;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlanSettings;
import dev.prepgraph.plan.model.PlannedItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Items that a user moves in two plans with different minutes a day. */
class SharedPinsPropertyTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final Instant NOW = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);

  private final ItemValidator validator = new ItemValidator(null);

  private static PlanEntity plan(int number, int days, int dailyMinutes) {
    return new PlanEntity(
        new UUID(1, number),
        new PlanSettings("", TODAY.plusDays(days), dailyMinutes, "UTC", List.of()),
        NOW);
  }

  private static Content content(PlanEntity plan) {
    List<Subject> subjects =
        IntStream.range(0, 8)
            .mapToObj(i -> new UUID(plan.guideId.getLeastSignificantBits(), i))
            .map(question -> new Subject(question, 15, 5, Set.of(), false, null))
            .toList();
    return new Content(10, subjects);
  }

  private static void reschedule(PlanEntity changed, List<PlanEntity> plans) {
    new SharedDays(plans, SharedPinsPropertyTest::content, 5000, NOW).reschedule(changed, true);
  }

  private static Map<ItemEntity, LocalDate> pinned(List<PlanEntity> plans) {
    Map<ItemEntity, LocalDate> pinned = new HashMap<>();
    for (PlanEntity plan : plans) {
      plan.items.stream()
          .filter(item -> item.planned.pinned())
          .forEach(item -> pinned.put(item, item.planned.onDay()));
    }
    return pinned;
  }

  private boolean isAllowed(
      LocalDate day, ItemEntity item, PlanEntity plan, List<PlanEntity> plans) {
    try {
      validator.checkMove(day, item, plan, plans, NOW);
      return true;
    } catch (UserErrorException rejected) {
      return false;
    }
  }

  private static int longestDay(List<PlanEntity> plans) {
    Map<LocalDate, Integer> minutes = new HashMap<>();
    for (PlanEntity plan : plans) {
      for (PlannedItem item : plan.plannedItems()) {
        if (item.onDay() != null) {
          minutes.merge(item.onDay(), item.minutes(), Integer::sum);
        }
      }
    }
    return minutes.values().stream().mapToInt(sum -> sum).max().orElse(0);
  }

  @Property(tries = 300)
  @StatisticsReport(onFailureOnly = true)
  void movesSucceedAndPinnedItemsOfBothPlansStay(
      @ForAll @IntRange(min = 15, max = 120) int soonerMinutes,
      @ForAll @IntRange(min = 15, max = 120) int laterMinutes,
      @ForAll long seed) {
    Random random = new Random(seed);
    PlanEntity sooner = plan(1, 6, soonerMinutes);
    PlanEntity later = plan(2, 10, laterMinutes);
    List<PlanEntity> plans = List.of(sooner, later);
    reschedule(later, plans);
    reschedule(sooner, plans);
    for (int i = 0; i < 20; i++) {
      PlanEntity plan = plans.get(random.nextInt(2));
      ItemEntity item = plan.items.get(random.nextInt(plan.items.size()));
      // A pinned item may share its day with more than its own plan would allow.
      LocalDate own = item.planned.pinned() ? null : item.planned.onDay();
      LocalDate day =
          random.nextInt(4) == 0 && own != null ? own : TODAY.plusDays(random.nextInt(8));
      boolean allowed = isAllowed(day, item, plan, plans);
      assertThat(allowed || !day.equals(own)).as("a move to the day of the item").isTrue();
      if (!day.equals(own)) {
        Statistics.label("moves").collect(allowed);
      }
      if (allowed) {
        Map<ItemEntity, LocalDate> before = pinned(plans);
        before.put(item, day);
        plan.pin(item, day, random.nextInt(4), NOW);
        reschedule(plan, plans);
        assertThat(pinned(plans)).containsAllEntriesOf(before);
        assertThat(longestDay(plans)).isLessThanOrEqualTo(Math.max(soonerMinutes, laterMinutes));
      }
    }
    Statistics.label("moves").coverage(moves -> moves.check(true).percentage(share -> share > 30));
  }
}
