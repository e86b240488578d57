package dev.prepgraph.plan;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.common.error.ListChecks;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.plan.model.ItemEntity;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.plan.schema.PlanItem;
import dev.prepgraph.plan.schema.PrepPlan;
import dev.prepgraph.plan.schema.item.AddPlanItemInput;
import dev.prepgraph.plan.schema.item.MovePlanItemInput;
import dev.prepgraph.plan.schema.item.ReorderPlanItemsInput;
import dev.prepgraph.plan.schema.item.SetPlanItemDoneInput;
import dev.prepgraph.plan.schema.item.SetPlanItemsDoneInput;
import dev.prepgraph.plan.schema.item.SetPlanItemsDonePayload;
import dev.prepgraph.plan.schema.item.UpdatePlanItemInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Changes items of plans; rejects invalid input by user errors. */
@ApplicationScoped
class ItemEditor {

  private static final int MAX_IDS = 100;

  /** An item with its plan, and all active plans. */
  private record Target(ItemEntity item, PlanEntity plan, List<PlanEntity> plans) {}

  private final AccountTransactions transactions;
  private final PlanRepository repository;
  private final PlanEditor editor;
  private final PlanRescheduler rescheduler;
  private final ItemValidator validator;

  ItemEditor(
      AccountTransactions transactions,
      PlanRepository repository,
      PlanEditor editor,
      PlanRescheduler rescheduler,
      ItemValidator validator) {
    this.transactions = transactions;
    this.repository = repository;
    this.editor = editor;
    this.rescheduler = rescheduler;
    this.validator = validator;
  }

  PrepPlan add(AddPlanItemInput input) {
    return editor.once("addPlanItem", input, input.idempotencyKey(), "planId", () -> added(input));
  }

  private PlanEntity added(AddPlanItemInput input) {
    UUID id = PlanEditor.key(input.planId(), "input", "planId");
    List<PlanEntity> plans = repository.activeAnd(id, time());
    PlanEntity plan = PlanEditor.plan(plans, id, "input", "planId");
    validator.check(input, plan, plans, time());
    plan.add(input.title(), input.date(), input.estimatedMinutes(), time());
    rescheduler.reschedule(plan, plans, false);
    return plan;
  }

  PrepPlan setDone(SetPlanItemDoneInput input) {
    return setDone(List.of(input.id()), input.done(), ItemEditor::noItem).prepPlans().get(0);
  }

  /** Marks items of any plans, all or none. */
  SetPlanItemsDonePayload setDone(SetPlanItemsDoneInput input) {
    if (input.ids().isEmpty() || input.ids().size() > MAX_IDS) {
      throw invalid("ids must have 1 to " + MAX_IDS + " entries", "ids");
    }
    return setDone(input.ids(), input.done(), ItemEditor::noItems);
  }

  private SetPlanItemsDonePayload setDone(
      List<String> ids, boolean done, Supplier<UserErrorException> unknown) {
    return transactions.write(
        () -> {
          Set<UUID> keys =
              ids.stream()
                  .map(id -> key(id, unknown))
                  .collect(Collectors.toCollection(LinkedHashSet::new));
          List<PlanEntity> plans = repository.ofItems(keys);
          plans.forEach(plan -> setDone(plan, keys, done));
          List<PrepPlan> shown =
              plans.stream().map(plan -> PlanService.present(plan, null)).toList();
          Map<String, PlanItem> items = new HashMap<>();
          shown.forEach(plan -> plan.items().forEach(item -> items.put(item.id(), item)));
          List<PlanItem> changed = keys.stream().map(ItemEditor::id).map(items::get).toList();
          if (changed.contains(null)) {
            throw unknown.get();
          }
          return new SetPlanItemsDonePayload(changed, shown, List.of());
        });
  }

  private void setDone(PlanEntity plan, Set<UUID> keys, boolean done) {
    List<ItemEntity> changed =
        plan.items.stream()
            .filter(item -> keys.contains(item.id) && item.planned.isDone() != done)
            .toList();
    if (!changed.isEmpty()) {
      plan.setDone(changed, done ? time() : null, time());
    }
  }

  /** Pins an open item to a day, and reschedules the other items. */
  PrepPlan move(MovePlanItemInput input) {
    return transactions.write(
        () -> {
          Target target = target(input.id());
          PlanEntity plan = target.plan();
          ItemEntity item = target.item();
          LocalDate date = input.date();
          int place = place(input);
          boolean same =
              item.planned.pinned()
                  && date.equals(item.planned.onDay())
                  && (input.position() == null || plan.isAt(place, item));
          checkVersion(plan, input.expectedVersion(), same);
          if (item.planned.isDone()) {
            throw invalid("id must identify an open item", "id");
          }
          if (!same) {
            validator.checkMove(date, item, plan, target.plans(), time());
            plan.pin(item, date, place, time());
            rescheduler.reschedule(plan, target.plans(), false);
            checkMoved(item, date, plan);
            plan.place(item, place); // the items of the day may be others now
          }
          return editor.present(plan);
        });
  }

  private static int place(MovePlanItemInput input) {
    int position = Objects.requireNonNullElse(input.position(), Integer.MAX_VALUE);
    if (position < 1) {
      throw invalid("position must be at least 1", "position");
    }
    return position - 1;
  }

  /** The guide and the user's practice may have changed since the plan was rescheduled. */
  private static void checkMoved(ItemEntity item, LocalDate date, PlanEntity plan) {
    if (!plan.items.contains(item) || !date.equals(item.planned.onDay())) {
      throw invalid("id must identify an item that the plan still needs", "id");
    }
  }

  /** Changes a custom item; new minutes reschedule the plan. */
  PrepPlan update(UpdatePlanItemInput input) {
    return transactions.write(
        () -> {
          Target target = target(input.id());
          PlanEntity plan = target.plan();
          ItemEntity item = target.item();
          PlannedItem current = item.planned;
          requireCustom(item);
          String title = Objects.requireNonNullElse(input.title(), current.title());
          int minutes = Objects.requireNonNullElse(input.estimatedMinutes(), current.minutes());
          boolean sameMinutes = minutes == current.minutes();
          boolean same = sameMinutes && title.equals(current.title());
          checkVersion(plan, input.expectedVersion(), same);
          new PlanValidator.Errors().title(title).reject();
          if (!sameMinutes) {
            validator.checkMinutes(minutes, item, plan, target.plans(), time());
          }
          if (!same) {
            plan.edit(item, title, minutes, time());
          }
          if (!sameMinutes) {
            rescheduler.reschedule(plan, target.plans(), false);
          }
          return editor.present(plan);
        });
  }

  /** Pins the items of a day in a new order. */
  PrepPlan reorder(ReorderPlanItemsInput input) {
    return transactions.write(
        () -> {
          UUID id = PlanEditor.key(input.planId(), "input", "planId");
          List<PlanEntity> plans = repository.activeAnd(id, time());
          PlanEntity plan = PlanEditor.plan(plans, id, "input", "planId");
          List<ItemEntity> ofDay =
              plan.items.stream()
                  .filter(item -> input.date().equals(item.planned.onDay()))
                  .toList();
          boolean same =
              input.ids().equals(ids(ofDay))
                  && ofDay.stream().allMatch(item -> item.planned.pinned());
          checkVersion(plan, input.expectedVersion(), same);
          if (input.date().isBefore(plan.settings.dayOf(time()))) {
            throw invalid(ItemValidator.PAST_DATE, "date");
          }
          List<ItemEntity> order = ordered(ofDay, input.ids());
          if (!same) {
            plan.pin(order, input.date(), time());
          }
          return editor.present(plan);
        });
  }

  private static List<String> ids(List<ItemEntity> items) {
    return items.stream().map(item -> id(item.id)).toList();
  }

  private static String id(UUID key) {
    return NodeId.of(PlanService.ITEM_KIND, key);
  }

  private static List<ItemEntity> ordered(List<ItemEntity> ofDay, List<String> ids) {
    Map<UUID, ItemEntity> byId =
        ofDay.stream().collect(Collectors.toMap(item -> item.id, item -> item));
    List<ItemEntity> order =
        ids.stream().map(id -> byId.get(key(id, ItemEditor::noItems))).toList();
    ListChecks.eachOnce(order, ofDay, "item of the day", "input", "ids");
    return order;
  }

  /** Deletes a custom item and reschedules the plan. */
  PrepPlan delete(String id) {
    return transactions.write(
        () -> {
          Target target = target(id);
          requireCustom(target.item());
          target.plan().remove(target.item(), time());
          rescheduler.reschedule(target.plan(), target.plans(), false);
          return editor.present(target.plan());
        });
  }

  private Target target(String id) {
    UUID key = key(id, ItemEditor::noItem);
    List<PlanEntity> plans = repository.activeAnd(key, time());
    for (PlanEntity plan : plans) {
      for (ItemEntity item : plan.items) {
        if (item.id.equals(key)) {
          return new Target(item, plan, plans);
        }
      }
    }
    throw noItem();
  }

  private Instant time() {
    return transactions.account().now();
  }

  private static void checkVersion(PlanEntity plan, int expected, boolean same) {
    OptimisticLock.check(plan.version, expected, same, "input", "expectedVersion");
  }

  private static void requireCustom(ItemEntity item) {
    if (!item.planned.isCustom()) {
      throw invalid("id must identify a CUSTOM item", "id");
    }
  }

  private static UUID key(String id, Supplier<UserErrorException> unknown) {
    return NodeId.parse(PlanService.ITEM_KIND, id).orElseThrow(unknown);
  }

  private static UserErrorException invalid(String message, String field) {
    return new UserErrorException(UserErrorCode.INVALID, message, "input", field);
  }

  private static UserErrorException noItem() {
    return UserErrorException.notFound("an existing item of a plan", "input", "id");
  }

  private static UserErrorException noItems() {
    return UserErrorException.notFound("existing items of plans", "input", "ids");
  }
}
