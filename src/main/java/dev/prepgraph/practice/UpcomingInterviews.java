package dev.prepgraph.practice;

/**
 * SQL that features contribute to the upcoming-interviews query: the queue and readiness are one
 * statement each.
 */
public interface UpcomingInterviews {

  /**
   * A query for all interviews of {@code viewer.account_id()}, with the columns {@code at}
   * (timestamptz; the end of the day for an interview without a time) and {@code guide_id} (uuid or
   * null).
   */
  String query();
}
