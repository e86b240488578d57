package dev.prepgraph.plan.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.plan.schema.PlanItemKind;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A plan with its items; a change of either makes a new version. */
@Entity
@Table(schema = "plan", name = "prep_plan")
public class PlanEntity extends AccountOwned {

  @Id
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public UUID guideId;

  @Embedded public PlanSettings settings;

  /**
   * The end of the interview's day by the time zone rules of Java, which PostgreSQL's may differ
   * from.
   */
  Instant endsAt;

  public int shortfallMinutes;

  public int version;

  public Instant createdAt;

  public Instant changedAt;

  /** By day; unscheduled items last. */
  @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("planned.onDay, position, id")
  public List<ItemEntity> items = new ArrayList<>();

  protected PlanEntity() {}

  public PlanEntity(UUID guideId, PlanSettings settings, Instant now) {
    this.guideId = guideId;
    this.createdAt = now;
    change(settings, now);
  }

  public final void change(PlanSettings changed, Instant now) {
    settings = changed;
    endsAt = TimeZones.endOf(changed.interviewOn(), changed.zone());
    makeVersion(now);
  }

  private void makeVersion(Instant now) {
    version++;
    changedAt = now;
  }

  /** Whether the day of the interview has ended. */
  public boolean isOver(Instant now) {
    return !endsAt.isAfter(now);
  }

  public List<PlannedItem> plannedItems() {
    return items.stream().map(item -> item.planned).toList();
  }

  /** Adds a {@code CUSTOM} item at the end of a day. */
  public void add(String title, LocalDate day, int minutes, Instant now) {
    ItemEntity added = new ItemEntity(this);
    int number =
        plannedItems().stream()
            .filter(PlannedItem::isCustom)
            .mapToInt(PlannedItem::number)
            .max()
            .orElse(0);
    int position = items.stream().mapToInt(item -> item.position).max().orElse(0);
    added.place(
        new PlannedItem(PlanItemKind.CUSTOM, null, number + 1, title, day, minutes, null),
        position + 1);
    items.add(added);
    items.sort(
        Comparator.comparing(
            item -> item.planned.onDay(), Comparator.nullsLast(Comparator.naturalOrder())));
    makeVersion(now);
  }

  /**
   * Marks an item as done or open.
   *
   * @param doneAt null for open
   */
  public void setDone(ItemEntity item, Instant doneAt, Instant now) {
    item.planned = item.planned.done(doneAt);
    makeVersion(now);
  }

  public void remove(ItemEntity item, Instant now) {
    items.remove(item);
    makeVersion(now);
  }

  /**
   * Replaces the items; an item with the key of a previous one gets its id.
   *
   * @param newVersion whether a difference makes a new version
   */
  public void reschedule(
      List<PlannedItem> planned, int newShortfall, boolean newVersion, Instant now) {
    if (newShortfall == shortfallMinutes && planned.equals(plannedItems())) {
      return;
    }
    Map<PlannedItem.Key, ItemEntity> previous = new HashMap<>();
    items.forEach(item -> previous.put(item.planned.key(), item));
    items.clear();
    for (PlannedItem item : planned) {
      ItemEntity entity = previous.getOrDefault(item.key(), new ItemEntity(this));
      entity.place(item, items.size());
      items.add(entity);
    }
    shortfallMinutes = newShortfall;
    changedAt = now;
    version += newVersion ? 1 : 0;
  }
}
