package dev.prepgraph.plan;

import dev.prepgraph.account.Account;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.plan.schema.AddPlanItemInput;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.plan.schema.PrepPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Changes single items of the plans of users. */
@ApplicationScoped
class ItemEditor {

  private final AccountTransactions transactions;
  private final PlanRepository repository;
  private final OwnPlans plans;
  private final ItemRepository items;
  private final Arrangement arrangement;
  private final PlanSettings settings;
  private final PlanConfig config;
  private final IdempotencyKeys keys;
  private final Clock clock;

  ItemEditor(
      AccountTransactions transactions,
      PlanRepository repository,
      OwnPlans plans,
      ItemRepository items,
      Arrangement arrangement,
      PlanSettings settings,
      PlanConfig config,
      IdempotencyKeys keys,
      Clock clock) {
    this.transactions = transactions;
    this.repository = repository;
    this.plans = plans;
    this.items = items;
    this.arrangement = arrangement;
    this.settings = settings;
    this.config = config;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Adds an item of the user's own.
   *
   * @throws UserErrorException when the input is wrong, or the day has no room for it
   */
  PrepPlan add(AddPlanItemInput input) {
    return transactions.write(
        (session, account) -> {
          String plan =
              keys.once(
                  input.idempotencyKey(),
                  "addPlanItem",
                  input,
                  () -> {
                    StoredPlan to = plans.find(session, account, input.planId(), "input", "planId");
                    check(session, account, to, input);
                    items.insert(
                        session, to.id(), input.title(), input.date(), input.estimatedMinutes());
                    arrangement.renew(session, account, to.id(), false);
                    return to.id().toString();
                  });
          return plans.present(session, account, UUID.fromString(plan), "input", "planId");
        });
  }

  private void check(
      StatelessSession session, Account account, StoredPlan plan, AddPlanItemInput input) {
    List<UserError> errors = new ArrayList<>();
    PlanSettings.checkTitle(errors, input.title());
    if (input.date().isBefore(settings.today(plan.settings().zone()))) {
      errors.add(PlanSettings.error("That day is over", "date"));
    } else if (input.date().isAfter(plan.settings().interviewOn())) {
      errors.add(PlanSettings.error("That day is after the interview", "date"));
    }
    if (input.estimatedMinutes() < 1) {
      errors.add(PlanSettings.error("It takes at least a minute", "estimatedMinutes"));
    }
    PlanSettings.refuse(errors);
    long own = plan.items().stream().filter(i -> i.kind() == PlanItemKind.CUSTOM).count();
    if (own >= config.customItems()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED,
          "A plan has at most " + config.customItems() + " items of the user's own");
    }
    int fixed = 0;
    for (StoredPlan other : repository.active(session, account, clock.instant())) {
      for (StoredItem item : other.items()) {
        fixed += input.date().equals(item.date()) && Arrangement.isFixed(item) ? item.minutes() : 0;
      }
    }
    if (input.estimatedMinutes() > plan.settings().dailyMinutes() - fixed) {
      PlanSettings.refuse(
          List.of(PlanSettings.error("The day does not have so many minutes", "estimatedMinutes")));
    }
  }

  /**
   * Says whether an item is done.
   *
   * @throws UserErrorException when there is no such item
   */
  PrepPlan setDone(String id, boolean done) {
    return transactions.write(
        (session, account) -> {
          StoredPlan plan = ofItem(session, account, id);
          StoredItem item = item(plan, id);
          if (item.isDone() == done) {
            return PlanService.present(plan, null);
          }
          items.setDone(
              session, item.id(), done ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null);
          return plans.present(session, account, plan.id(), "id");
        });
  }

  /**
   * Deletes an item of the user's own, and gives its minutes to what is planned.
   *
   * @throws UserErrorException when there is no such item, or it is not the user's own
   */
  PrepPlan delete(String id) {
    return transactions.write(
        (session, account) -> {
          StoredPlan plan = ofItem(session, account, id);
          StoredItem item = item(plan, id);
          if (item.kind() != PlanItemKind.CUSTOM) {
            throw new UserErrorException(
                UserErrorCode.INVALID, "Only items of the user's own can be deleted", "id");
          }
          items.delete(session, item.id());
          if (!settings.isOver(plan.settings())) {
            arrangement.renew(session, account, plan.id(), false);
          }
          return plans.present(session, account, plan.id(), "id");
        });
  }

  private StoredPlan ofItem(StatelessSession session, Account account, String item) {
    return NodeId.parse(PlanService.ITEM_KIND, item).stream()
        .flatMap(key -> repository.ofItem(session, account, key).stream())
        .findFirst()
        .orElseThrow(() -> OwnPlans.notFound("There is no such item", "id"));
  }

  private static StoredItem item(StoredPlan plan, String id) {
    UUID key = NodeId.parse(PlanService.ITEM_KIND, id).orElseThrow();
    return plan.items().stream().filter(item -> item.id().equals(key)).findFirst().orElseThrow();
  }
}
