package dev.prepgraph.plan;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlanSettings;
import dev.prepgraph.plan.schema.CreatePrepPlanInput;
import dev.prepgraph.plan.schema.PrepPlan;
import dev.prepgraph.plan.schema.ReplanPrepPlanInput;
import dev.prepgraph.plan.schema.UpdatePrepPlanInput;
import dev.prepgraph.preference.PreferenceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Creates and changes plans; rejects invalid input by user errors. */
@ApplicationScoped
class PlanEditor {

  private final AccountTransactions transactions;
  private final PlanRepository repository;
  private final PlanRescheduler rescheduler;
  private final PlanValidator validator;
  private final PlanConfig config;
  private final GuideService guides;
  private final IdempotencyKeys keys;
  private final PreferenceService preferences;
  private final Event<PlanDeletion> deletions;

  PlanEditor(
      AccountTransactions transactions,
      PlanRepository repository,
      PlanRescheduler rescheduler,
      PlanValidator validator,
      PlanConfig config,
      GuideService guides,
      IdempotencyKeys keys,
      PreferenceService preferences,
      Event<PlanDeletion> deletions) {
    this.transactions = transactions;
    this.repository = repository;
    this.rescheduler = rescheduler;
    this.validator = validator;
    this.config = config;
    this.guides = guides;
    this.keys = keys;
    this.preferences = preferences;
    this.deletions = deletions;
  }

  PrepPlan create(CreatePrepPlanInput input) {
    return once(
        "createPrepPlan", input, input.idempotencyKey(), "idempotencyKey", () -> created(input));
  }

  private PlanEntity created(CreatePrepPlanInput input) {
    RoleGuide guide =
        guides
            .find(input.guideId(), null)
            .orElseThrow(
                () -> UserErrorException.notFound("a published guide", "input", "guideId"));
    String timeZone =
        input.timeZone() == null ? preferences.current().timeZone() : input.timeZone();
    PlanSettings settings = validator.settings(input, guide.title(), timeZone, time());
    if (repository.count() >= config.perUser()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED, "A user has at most " + config.perUser() + " plans");
    }
    PlanEntity plan = new PlanEntity(guide.key(), settings, time());
    List<PlanEntity> plans = new ArrayList<>(repository.active(time()));
    plans.add(plan);
    repository.persist(plan);
    rescheduler.reschedule(plan, plans, false);
    return plan;
  }

  PrepPlan update(UpdatePrepPlanInput input) {
    return transactions.write(
        () -> {
          UUID id = key(input.id(), "input", "id");
          List<PlanEntity> plans = repository.activeAnd(id, time());
          PlanEntity plan = plan(plans, id, "input", "id");
          PlanSettings changed = validator.settings(input, plan.settings, time());
          boolean same = changed.equals(plan.settings);
          OptimisticLock.check(
              plan.version, input.expectedVersion(), same, "input", "expectedVersion");
          if (!same) {
            validator.checkCustomItems(plan, changed, time());
            plan.change(changed, time());
            rescheduler.reschedule(plan, plans, false);
          }
          return present(plan);
        });
  }

  PrepPlan replan(ReplanPrepPlanInput input) {
    return transactions.write(
        () -> {
          UUID key = key(input.id(), "input", "id");
          List<PlanEntity> plans = repository.activeAnd(key, time());
          PlanEntity plan = plan(plans, key, "input", "id");
          if (plan.isOver(time())) {
            throw new UserErrorException(
                UserErrorCode.INVALID,
                "id must identify a plan whose interview is not over",
                "input",
                "id");
          }
          boolean unpinned = Boolean.TRUE.equals(input.unpin()) && plan.unpin(time());
          rescheduler.reschedule(plan, plans, !unpinned);
          return present(plan);
        });
  }

  /** Deletes a plan with its items; returns the id. */
  String delete(String id) {
    return transactions.write(
        () -> {
          UUID plan = key(id, "input", "id");
          deletions.fire(new PlanDeletion(plan));
          if (repository.delete("id", plan) == 0) {
            throw notFound("input", "id");
          }
          AccountChanges.deleted(ViewerChangeKind.PLAN, id);
          return id;
        });
  }

  /** Changes a plan once per idempotency key; a retry returns the current plan. */
  PrepPlan once(
      String operation,
      Object input,
      String idempotencyKey,
      String field,
      Supplier<PlanEntity> change) {
    return transactions.write(
        () -> {
          String changed =
              keys.once(idempotencyKey, operation, input, () -> change.get().id.toString());
          return repository
              .findByIdOptional(UUID.fromString(changed))
              .map(this::present)
              .orElseThrow(() -> notFound("input", field));
        });
  }

  PrepPlan present(PlanEntity plan) {
    repository.flush(); // assigns the ids of new items
    return PlanService.present(plan, null);
  }

  private Instant time() {
    return transactions.account().now();
  }

  static UUID key(String id, String... path) {
    return PlanService.key(id).orElseThrow(() -> notFound(path));
  }

  static PlanEntity plan(List<PlanEntity> plans, UUID id, String... path) {
    return plans.stream()
        .filter(plan -> plan.id.equals(id))
        .findFirst()
        .orElseThrow(() -> notFound(path));
  }

  private static UserErrorException notFound(String... path) {
    return UserErrorException.notFound("an existing plan", path);
  }
}
