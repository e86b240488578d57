package dev.prepgraph.plan;

import dev.prepgraph.account.Account;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.StoredPlan.Settings;
import dev.prepgraph.plan.schema.CreatePrepPlanInput;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.plan.schema.PrepPlan;
import dev.prepgraph.plan.schema.UpdatePrepPlanInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Makes and changes the plans of users. */
@ApplicationScoped
class PlanEditor {

  private final AccountTransactions transactions;
  private final PlanRepository repository;
  private final OwnPlans plans;
  private final Arrangement arrangement;
  private final PlanSettings settings;
  private final PlanConfig config;
  private final GuideService guides;
  private final IdempotencyKeys keys;

  PlanEditor(
      AccountTransactions transactions,
      PlanRepository repository,
      OwnPlans plans,
      Arrangement arrangement,
      PlanSettings settings,
      PlanConfig config,
      GuideService guides,
      IdempotencyKeys keys) {
    this.transactions = transactions;
    this.repository = repository;
    this.plans = plans;
    this.arrangement = arrangement;
    this.settings = settings;
    this.config = config;
    this.guides = guides;
    this.keys = keys;
  }

  /**
   * Makes a plan.
   *
   * @throws UserErrorException when the input is wrong
   */
  PrepPlan create(CreatePrepPlanInput input) {
    return transactions.write(
        (session, account) -> {
          String made =
              keys.once(
                  input.idempotencyKey(),
                  "createPrepPlan",
                  input,
                  () -> create(session, account, input).toString());
          return plans.present(session, account, UUID.fromString(made), "input", "idempotencyKey");
        });
  }

  private UUID create(StatelessSession session, Account account, CreatePrepPlanInput input) {
    RoleGuide guide =
        GuideService.key(input.guideId())
            .map(key -> guides.byIds(List.of(key), null).get(key))
            .orElseThrow(
                () ->
                    new UserErrorException(
                        UserErrorCode.NOT_FOUND, "There is no such guide", "input", "guideId"));
    Settings made = settings.of(input, guide.title());
    if (repository.count(session, account) >= config.perUser()) {
      throw tooMany(config.perUser());
    }
    UUID plan = repository.insert(session, guide.key(), made, null);
    arrangement.renew(session, account, plan, false);
    return plan;
  }

  static UserErrorException tooMany(int most) {
    return new UserErrorException(
        UserErrorCode.LIMIT_REACHED, "A user keeps at most " + most + " plans");
  }

  /**
   * Changes a plan.
   *
   * @throws UserErrorException when the input is wrong or made on another version
   */
  PrepPlan update(UpdatePrepPlanInput input) {
    return transactions.write(
        (session, account) -> {
          StoredPlan plan = plans.find(session, account, input.id(), "input", "id");
          Settings changed = settings.of(input, plan.settings());
          boolean same = changed.equals(plan.settings());
          OptimisticLock.check(
              plan.version(), input.expectedVersion(), same, "input", "expectedVersion");
          if (!same) {
            checkFixed(plan, changed);
            repository.update(session, plan.id(), changed);
            if (!settings.isOver(changed)) {
              arrangement.renew(session, account, plan.id(), false);
            }
          }
          return plans.present(session, account, plan.id(), "input", "id");
        });
  }

  /** Refuses days that cannot hold what the user fixed for them. */
  private void checkFixed(StoredPlan plan, Settings changed) {
    LocalDate today = settings.today(changed.zone());
    Map<LocalDate, Integer> minutes = new HashMap<>();
    for (StoredItem item : plan.items()) {
      if (item.kind() == PlanItemKind.CUSTOM
          && !item.isDone()
          && item.date() != null
          && !item.date().isBefore(today)) {
        minutes.merge(item.date(), item.minutes(), Integer::sum);
      }
    }
    if (minutes.values().stream().anyMatch(sum -> sum > changed.dailyMinutes())) {
      PlanSettings.refuse(
          List.of(
              PlanSettings.error(
                  "Items of the user's own take longer on one of the days", "dailyMinutes")));
    }
  }

  /**
   * Plans anew what is not done of a plan.
   *
   * @throws UserErrorException when there is no such plan, or its interview is over
   */
  PrepPlan replan(String id) {
    return transactions.write(
        (session, account) -> {
          StoredPlan plan = plans.find(session, account, id, "id");
          if (settings.isOver(plan.settings())) {
            throw new UserErrorException(
                UserErrorCode.INVALID, "The day of the interview is over", "id");
          }
          arrangement.renew(session, account, plan.id(), true);
          return plans.present(session, account, plan.id(), "id");
        });
  }

  /**
   * Deletes a plan with its items.
   *
   * @throws UserErrorException when there is no such plan
   */
  void delete(String id) {
    transactions.write(
        (session, account) -> {
          boolean deleted =
              PlanService.key(id)
                  .map(key -> repository.delete(session, account, key))
                  .orElse(false);
          if (!deleted) {
            throw OwnPlans.notFound("There is no such plan", "id");
          }
          return null;
        });
  }
}
