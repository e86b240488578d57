package dev.prepgraph.plan.transfer;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.prepgraph.account.transfer.Entry;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.account.transfer.TransferJson.NotBlank;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.plan.PlanConfig;
import dev.prepgraph.plan.schema.PlanItemKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prep plans with their items. */
@ApplicationScoped
class PlanSection {

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
      @JsonDeserialize(using = NotBlank.class) String title,
      LocalDate interviewOn,
      int dailyMinutes,
      String timeZone,
      List<DayOfWeek> daysOff,
      Integer shortfallMinutes,
      Instant createdAt,
      List<Item> items) {}

  /**
   * An item of a plan.
   *
   * @param number distinguishes items of the same kind and question
   * @param date null where no day had room for it
   * @param pinned whether the user chose its day and its place in the day; null for false
   */
  @RegisterForReflection
  record Item(
      PlanItemKind kind,
      Reference question,
      int number,
      @JsonDeserialize(using = NotBlank.class) String title,
      LocalDate date,
      int minutes,
      Instant doneAt,
      Boolean pinned) {

    private boolean isConsistent() {
      boolean asks = kind == PlanItemKind.LEARN || kind == PlanItemKind.REVIEW;
      return (question != null) == asks && (title != null) == (kind == PlanItemKind.CUSTOM);
    }
  }

  private final PlanConfig config;
  private final Clock clock;

  PlanSection(PlanConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Produces
  @Singleton
  Section<PlanEntry> prepPlans() {
    return new Section<>(
        "prepPlans",
        PlanEntry.class,
        Map.of(
            "perUser", config.perUser(),
            "items", config.items(),
            "customItems", config.customItems()),
        batch -> batch.forEach(this::prepare));
  }

  private void prepare(Entry<PlanEntry> entry) {
    PlanEntry plan = entry.value();
    LocalDate today = LocalDate.ofInstant(clock.instant(), TimeZones.stored(plan.timeZone()));
    entry.require(
        !plan.interviewOn().isAfter(today.plusDays(config.horizonDays())),
        "the interview is too far ahead");
    for (Item item : plan.items()) {
      entry.require(
          item.isConsistent(), "LEARN and REVIEW items need a question, CUSTOM items a title");
      entry.require(
          item.date() == null || !item.date().isAfter(plan.interviewOn()),
          "an item is after the interview");
    }
    Optional<ZoneId> zone = TimeZones.find(plan.timeZone());
    if (zone.isEmpty()) {
      entry.row().put("timeZone", "UTC").put("unknownZone", true);
    }
    Instant end = TimeZones.endOf(plan.interviewOn(), zone.orElse(ZoneOffset.UTC));
    entry.row().put("endsAt", end.toString());
  }
}
