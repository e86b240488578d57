package dev.prepgraph.interview;

import dev.prepgraph.practice.UpcomingInterviews;
import jakarta.enterprise.context.ApplicationScoped;

/** Contributes the tracked interviews in open stages. */
@ApplicationScoped
class TrackedUpcomingInterviews implements UpcomingInterviews {

  @Override
  public String query() {
    return """
        select i.scheduled_at as at, i.guide_id
        from interview.interview i
        join interview.stage s on s.account_id = i.account_id and s.id = i.stage_id
        where i.account_id = viewer.account_id() and i.scheduled_at is not null and not s.closed
        """;
  }
}
