package dev.prepgraph.plan.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.plan.schema.PrepPlan;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.UuidGenerator;

/** A plan with its items; a change of either makes a new version. */
@Entity
@Table(schema = "plan", name = "prep_plan")
public class PlanEntity extends AccountOwned {

  private static final Comparator<ItemEntity> BY_DAY =
      Comparator.comparing(
          item -> item.planned.onDay(), Comparator.nullsLast(Comparator.naturalOrder()));

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
        new PlannedItem(PlanItemKind.CUSTOM, null, number + 1, title, day, minutes, null, false),
        position + 1);
    items.add(added);
    items.sort(BY_DAY);
    makeVersion(now);
  }

  /**
   * Marks items as done or open.
   *
   * @param doneAt null for open
   */
  public void setDone(Collection<ItemEntity> changed, Instant doneAt, Instant now) {
    changed.forEach(item -> item.planned = item.planned.done(doneAt));
    makeVersion(now);
  }

  /** Changes a {@code CUSTOM} item. */
  public void edit(ItemEntity item, String title, int minutes, Instant now) {
    item.planned = item.planned.with(title, minutes);
    makeVersion(now);
  }

  /**
   * Pins an item to a day, and the open learning of a review's question to its days.
   *
   * @param place in the day, from 0; the end of the day beyond its items
   */
  public void pin(ItemEntity item, LocalDate day, int place, Instant now) {
    pinLearning(List.of(item));
    item.planned = item.planned.pinnedOn(day);
    place(item, place);
    makeVersion(now);
  }

  /**
   * Moves an item within its day.
   *
   * @param place from 0; the end of the day beyond its items
   */
  public void place(ItemEntity item, int place) {
    items.remove(item);
    LocalDate day = item.planned.onDay();
    int first = firstOf(day);
    int ofDay = firstOf(day.plusDays(1)) - first;
    items.add(first + Math.min(place, ofDay), item);
    number();
  }

  /** Pins the items of a day in an order, and the open learning of the reviews' questions. */
  public void pin(List<ItemEntity> order, LocalDate day, Instant now) {
    pinLearning(order);
    items.removeAll(order);
    order.forEach(item -> item.planned = item.planned.pinnedOn(day));
    items.addAll(firstOf(day), order);
    number();
    makeVersion(now);
  }

  private void pinLearning(List<ItemEntity> of) {
    Set<UUID> reviewed =
        of.stream()
            .filter(item -> item.planned.kind() == PlanItemKind.REVIEW)
            .map(item -> item.planned.questionId())
            .collect(Collectors.toSet());
    for (ItemEntity item : items) {
      PlannedItem planned = item.planned;
      if (planned.kind() == PlanItemKind.LEARN
          && !planned.isDone()
          && reviewed.contains(planned.questionId())) {
        item.planned = planned.pinnedOn(planned.onDay());
      }
    }
  }

  /** Lets rescheduling choose the days of pinned items; returns whether there are any. */
  public boolean unpin(Instant now) {
    List<ItemEntity> pinned = items.stream().filter(item -> item.planned.pinned()).toList();
    pinned.forEach(item -> item.planned = item.planned.on(item.planned.onDay()));
    if (!pinned.isEmpty()) {
      makeVersion(now);
    }
    return !pinned.isEmpty();
  }

  /** Whether an item has a place in its day, from 0; the end of the day beyond its items. */
  public boolean isAt(int place, ItemEntity item) {
    LocalDate day = item.planned.onDay();
    int first = firstOf(day);
    int ofDay = firstOf(day.plusDays(1)) - first;
    return items.indexOf(item) - first == Math.min(place, ofDay - 1);
  }

  /** The place of the first item on a day or later. */
  private int firstOf(LocalDate day) {
    return (int)
        items.stream()
            .filter(item -> item.planned.isWithin(LocalDate.MIN, day.minusDays(1)))
            .count();
  }

  private void number() {
    for (int i = 0; i < items.size(); i++) {
      items.get(i).place(items.get(i).planned, i);
    }
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

  @Override
  protected AccountChange change(boolean removed) {
    return AccountChange.saved(ViewerChangeKind.PLAN, PrepPlan.KIND, id);
  }
}
