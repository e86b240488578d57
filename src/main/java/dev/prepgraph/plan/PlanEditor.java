package dev.prepgraph.plan;

import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.RoleGuide;
import dev.prepgraph.graphql.IdempotencyKeys;
import dev.prepgraph.graphql.NodeId;
import dev.prepgraph.graphql.UserError;
import dev.prepgraph.graphql.UserErrorCode;
import dev.prepgraph.graphql.UserErrorException;
import dev.prepgraph.plan.StoredPlan.Settings;
import dev.prepgraph.viewer.Account;
import dev.prepgraph.viewer.AccountTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
  private final ItemRepository items;
  private final Arrangement arrangement;
  private final PlanSettings settings;
  private final PlanConfig config;
  private final GuideService guides;
  private final IdempotencyKeys keys;
  private final Clock clock;

  PlanEditor(
      AccountTransactions transactions,
      PlanRepository repository,
      ItemRepository items,
      Arrangement arrangement,
      PlanSettings settings,
      PlanConfig config,
      GuideService guides,
      IdempotencyKeys keys,
      Clock clock) {
    this.transactions = transactions;
    this.repository = repository;
    this.items = items;
    this.arrangement = arrangement;
    this.settings = settings;
    this.config = config;
    this.guides = guides;
    this.keys = keys;
    this.clock = clock;
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
                  session,
                  input.idempotencyKey(),
                  "createPrepPlan " + input,
                  () -> create(session, account, input).toString());
          return present(session, account, UUID.fromString(made), "input", "idempotencyKey");
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
          StoredPlan plan = find(session, account, input.id(), "input", "id");
          if (plan.version() != input.expectedVersion()) {
            throw new UserErrorException(
                UserErrorCode.CONFLICT,
                "The plan has another version by now; read it, merge, and save with its version",
                "input",
                "expectedVersion");
          }
          Settings changed = settings.of(input, plan.settings());
          if (!changed.equals(plan.settings())) {
            checkFixed(plan, changed);
            repository.update(session, plan.id(), changed);
            if (!isOver(changed)) {
              arrangement.renew(session, account, plan.id(), false);
            }
          }
          return present(session, account, plan.id(), "input", "id");
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

  private boolean isOver(Settings plan) {
    return plan.interviewOn().isBefore(settings.today(plan.zone()));
  }

  /**
   * Plans anew what is not done of a plan.
   *
   * @throws UserErrorException when there is no such plan, or its interview is over
   */
  PrepPlan replan(String id) {
    return transactions.write(
        (session, account) -> {
          StoredPlan plan = find(session, account, id, "id");
          if (isOver(plan.settings())) {
            throw new UserErrorException(
                UserErrorCode.INVALID, "The day of the interview is over", "id");
          }
          arrangement.renew(session, account, plan.id(), true);
          return present(session, account, plan.id(), "id");
        });
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
                  session,
                  input.idempotencyKey(),
                  "addPlanItem " + input,
                  () -> {
                    StoredPlan to = find(session, account, input.planId(), "input", "planId");
                    check(session, account, to, input);
                    items.insert(
                        session, to.id(), input.title(), input.date(), input.estimatedMinutes());
                    arrangement.renew(session, account, to.id(), false);
                    return to.id().toString();
                  });
          return present(session, account, UUID.fromString(plan), "input", "planId");
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
          UUID key =
              NodeId.parse(PlanService.ITEM_KIND, id)
                  .orElseThrow(() -> notFound("There is no such item", "id"));
          StoredPlan plan =
              repository.ofItem(session, account, key).stream()
                  .findFirst()
                  .orElseThrow(() -> notFound("There is no such item", "id"));
          boolean now =
              plan.items().stream().anyMatch(item -> item.id().equals(key) && item.isDone());
          if (now == done) {
            return PlanService.present(plan, null);
          }
          items.setDone(session, key, done ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null);
          return present(session, account, plan.id(), "id");
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
            throw notFound("There is no such plan", "id");
          }
          return null;
        });
  }

  private StoredPlan find(StatelessSession session, Account account, String id, String... path) {
    return PlanService.key(id)
        .flatMap(key -> repository.byIds(session, account, List.of(key)).stream().findFirst())
        .orElseThrow(() -> notFound("There is no such plan", path));
  }

  private static UserErrorException notFound(String message, String... path) {
    return new UserErrorException(UserErrorCode.NOT_FOUND, message, path);
  }

  private PrepPlan present(StatelessSession session, Account account, UUID key, String... path) {
    return repository.byIds(session, account, List.of(key)).stream()
        .findFirst()
        .map(plan -> PlanService.present(plan, null))
        .orElseThrow(() -> notFound("The plan was deleted since", path));
  }
}
