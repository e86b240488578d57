package dev.prepgraph.plan.transfer;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.TransferJson;
import dev.prepgraph.plan.schema.PlanItemKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A prep plan.
 *
 * @param daysOff null for none
 * @param shortfallMinutes null for 0
 * @param items by day, and in the order to do them
 */
@RegisterForReflection
record PlanEntry(
    Reference guide,
    @JsonDeserialize(using = TransferJson.NotBlank.class) String title,
    LocalDate interviewOn,
    int dailyMinutes,
    String timeZone,
    List<DayOfWeek> daysOff,
    Integer shortfallMinutes,
    Instant createdAt,
    List<Item> items) {

  /**
   * Something to do.
   *
   * @param question null for what is about none
   * @param number distinguishes items of the same kind and question
   * @param title null for what is named after what it is about
   * @param date null where no day had room for it
   * @param doneAt null until it is done
   */
  @RegisterForReflection
  record Item(
      PlanItemKind kind,
      Reference question,
      int number,
      @JsonDeserialize(using = TransferJson.NotBlank.class) String title,
      LocalDate date,
      int minutes,
      Instant doneAt) {}
}
