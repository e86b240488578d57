package dev.prepgraph.plan;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.plan.StoredPlan.Settings;
import dev.prepgraph.plan.schema.PlanDay;
import dev.prepgraph.plan.schema.PlanItem;
import dev.prepgraph.plan.schema.PlanProgress;
import dev.prepgraph.plan.schema.PrepPlan;
import dev.prepgraph.plan.schema.Weekday;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows the plans of users. */
@ApplicationScoped
public class PlanService {

  static final char KIND = 'P';
  static final char ITEM_KIND = 'L';

  private final AccountTransactions transactions;
  private final PlanRepository repository;
  private final ItemRepository items;
  private final Cursors cursors;

  PlanService(
      AccountTransactions transactions,
      PlanRepository repository,
      ItemRepository items,
      Cursors cursors) {
    this.transactions = transactions;
    this.repository = repository;
    this.items = items;
    this.cursors = cursors;
  }

  /** The key of the plan that a node id names; empty when it is no plan's id. */
  public static Optional<UUID> key(String id) {
    return NodeId.parse(KIND, id);
  }

  /** A page of the user's plans, the newest first. */
  Page<PrepPlan> list(PageRequest request, String locale) {
    return transactions
        .read(
            (session, account) -> {
              String scope = "plans " + account.id();
              PageRequest page = cursors.read(scope, request);
              PlanRepository.Plans plans = repository.page(session, account, page);
              return Page.of(
                      page,
                      plans.found(),
                      plan -> cursors.print(scope, PlanRepository.sortKey(plan)),
                      plans.total())
                  .map(plan -> present(plan, locale));
            })
        .orElseThrow();
  }

  /**
   * The user's plans with these keys; none for an anonymous request.
   *
   * @param locale the language of their guides and questions, or null
   */
  public Map<UUID, PrepPlan> byIds(Collection<UUID> ids, String locale) {
    Map<UUID, PrepPlan> found = new HashMap<>();
    transactions
        .read((session, account) -> repository.byIds(session, account, ids))
        .ifPresent(plans -> plans.forEach(plan -> found.put(plan.id(), present(plan, locale))));
    return found;
  }

  /** The user's items with these keys; none for an anonymous request. */
  Map<UUID, PlanItem> itemsByIds(Collection<UUID> ids) {
    Map<UUID, PlanItem> found = new HashMap<>();
    transactions
        .read((session, account) -> items.byIds(session, account, ids))
        .ifPresent(
            them -> them.forEach((id, i) -> found.put(id, present(i.item(), i.guide(), null))));
    return found;
  }

  /**
   * The days of a plan that have items.
   *
   * @param from the first day, or null for all before
   * @param to the last day, or null for all after
   */
  List<PlanDay> days(PrepPlan plan, LocalDate from, LocalDate to) {
    List<PlanDay> days = new ArrayList<>();
    List<PlanItem> items = new ArrayList<>();
    LocalDate day = null;
    for (StoredItem item : plan.stored().items()) {
      LocalDate date = item.date();
      if (date != null
          && (from == null || !date.isBefore(from))
          && (to == null || !date.isAfter(to))) {
        if (!date.equals(day)) {
          add(days, day, items);
          items = new ArrayList<>();
          day = date;
        }
        items.add(present(item, plan.stored().guide(), plan.locale()));
      }
    }
    add(days, day, items);
    return days;
  }

  /** The items of a plan that no day has room for. */
  List<PlanItem> unscheduled(PrepPlan plan) {
    return plan.stored().items().stream()
        .filter(item -> item.date() == null)
        .map(item -> present(item, plan.stored().guide(), plan.locale()))
        .toList();
  }

  private static void add(List<PlanDay> days, LocalDate day, List<PlanItem> items) {
    if (!items.isEmpty()) {
      days.add(new PlanDay(day, items.stream().mapToInt(PlanItem::estimatedMinutes).sum(), items));
    }
  }

  static PrepPlan present(StoredPlan plan, String locale) {
    Settings settings = plan.settings();
    int done = Math.toIntExact(plan.items().stream().filter(StoredItem::isDone).count());
    return new PrepPlan(
        NodeId.of(KIND, plan.id()),
        settings.title(),
        settings.interviewOn(),
        settings.dailyMinutes(),
        settings.timeZone(),
        settings.daysOff().stream().map(day -> Weekday.values()[day.ordinal()]).toList(),
        plan.shortfallMinutes() == 0,
        plan.shortfallMinutes(),
        new PlanProgress(done, plan.items().size()),
        plan.version(),
        plan.createdAt(),
        locale,
        plan);
  }

  static PlanItem present(StoredItem item, UUID guide, String locale) {
    return new PlanItem(
        NodeId.of(ITEM_KIND, item.id()),
        item.kind(),
        item.date(),
        item.minutes(),
        item.isDone(),
        item.doneAt(),
        item.question(),
        item.title(),
        guide,
        locale);
  }
}
