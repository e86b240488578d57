package dev.prepgraph.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlanSettings;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.plan.schema.PlanItemKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ItemValidatorTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final UUID QUESTION = new UUID(1, 1);

  private static PlannedItem item(PlanItemKind kind, int day, Instant doneAt) {
    return new PlannedItem(kind, QUESTION, 1, null, TODAY.plusDays(day), 5, doneAt, false);
  }

  /** The clock of the replica that completed the learning is ahead. */
  @Test
  void learningThatIsDoneTomorrowCountsAsDoneToday() {
    Instant now = TODAY.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
    PlanSettings settings = new PlanSettings("", TODAY.plusDays(9), 45, "UTC", List.of());
    PlanEntity plan = new PlanEntity(new UUID(2, 2), settings, now);
    plan.reschedule(
        List.of(
            item(PlanItemKind.LEARN, 0, now.plusSeconds(2)), item(PlanItemKind.REVIEW, 5, null)),
        0,
        true,
        now);
    ItemValidator validator = new ItemValidator(null);

    assertThatCode(
            () ->
                validator.checkMove(TODAY.plusDays(1), plan.items.get(1), plan, List.of(plan), now))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> validator.checkMove(TODAY, plan.items.get(1), plan, List.of(plan), now))
        .isInstanceOf(UserErrorException.class)
        .hasMessageContaining("date must be after the day on which the question is learnt");
  }
}
