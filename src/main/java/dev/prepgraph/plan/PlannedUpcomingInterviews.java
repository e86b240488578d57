package dev.prepgraph.plan;

import dev.prepgraph.practice.UpcomingInterviews;
import jakarta.enterprise.context.ApplicationScoped;

/** The interviews of plans among the upcoming ones. */
@ApplicationScoped
class PlannedUpcomingInterviews implements UpcomingInterviews {

  @Override
  public String query() {
    return "select ends_at as at, guide_id from plan.prep_plan where account_id = viewer.account_id()";
  }
}
