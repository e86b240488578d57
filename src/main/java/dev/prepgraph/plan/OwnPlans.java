package dev.prepgraph.plan;

import dev.prepgraph.account.Account;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.schema.PrepPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Finds the plans of a user for what changes them. */
@ApplicationScoped
class OwnPlans {

  private final PlanRepository repository;

  OwnPlans(PlanRepository repository) {
    this.repository = repository;
  }

  /**
   * The plan with an id.
   *
   * @param path where the id stands in the input
   * @throws UserErrorException when the user has no such plan
   */
  StoredPlan find(StatelessSession session, Account account, String id, String... path) {
    return PlanService.key(id)
        .flatMap(key -> repository.byIds(session, account, List.of(key)).stream().findFirst())
        .orElseThrow(() -> notFound("There is no such plan", path));
  }

  /**
   * A plan as it is after a change.
   *
   * @throws UserErrorException when it is gone
   */
  PrepPlan present(StatelessSession session, Account account, UUID key, String... path) {
    return repository.byIds(session, account, List.of(key)).stream()
        .findFirst()
        .map(plan -> PlanService.present(plan, null))
        .orElseThrow(() -> notFound("The plan was deleted since", path));
  }

  static UserErrorException notFound(String message, String... path) {
    return new UserErrorException(UserErrorCode.NOT_FOUND, message, path);
  }
}
