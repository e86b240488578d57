package dev.prepgraph.interview;

import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.interview.schema.Interview;
import dev.prepgraph.plan.PlanDeletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Tells the changes of interviews whose plan is deleted: the database makes them, not Hibernate.
 */
@ApplicationScoped
class LostPlans {

  private final InterviewRepository repository;

  LostPlans(InterviewRepository repository) {
    this.repository = repository;
  }

  void tell(@Observes PlanDeletion deletion) {
    repository
        .ofPlan(deletion.plan())
        .forEach(
            id ->
                AccountChanges.add(
                    AccountChange.saved(ViewerChangeKind.INTERVIEW, Interview.KIND, id)));
  }
}
