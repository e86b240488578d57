package dev.prepgraph.plan;

import dev.prepgraph.practice.UpcomingInterviews;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells practice for which interviews users plan. */
@ApplicationScoped
class PlanInterviewDays implements UpcomingInterviews {

  @Override
  public String query() {
    return "select ends_at as at, guide_id from plan.prep_plan where account_id = viewer.account_id()";
  }
}
