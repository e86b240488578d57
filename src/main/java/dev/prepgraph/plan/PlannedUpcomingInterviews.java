package dev.prepgraph.plan;

import dev.prepgraph.practice.UpcomingInterviews;
import jakarta.enterprise.context.ApplicationScoped;

/** Contributes the interviews of plans. */
@ApplicationScoped
class PlannedUpcomingInterviews implements UpcomingInterviews {

  @Override
  public String query() {
    return "select ends_at as at, guide_id from plan.prep_plan where account_id = viewer.account_id()";
  }
}
