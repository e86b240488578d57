package dev.prepgraph.interview;

import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.interview.schema.Interview;
import dev.prepgraph.plan.PlanDeletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Adds the changes of interviews whose plan is deleted; the foreign key makes them, not Hibernate.
 */
@ApplicationScoped
class InterviewsOfDeletedPlans {

  private final InterviewRepository repository;

  InterviewsOfDeletedPlans(InterviewRepository repository) {
    this.repository = repository;
  }

  void addChanges(@Observes PlanDeletion deletion) {
    repository
        .ofPlan(deletion.plan())
        .forEach(
            id ->
                AccountChanges.add(
                    AccountChange.saved(ViewerChangeKind.INTERVIEW, Interview.KIND, id)));
  }
}
