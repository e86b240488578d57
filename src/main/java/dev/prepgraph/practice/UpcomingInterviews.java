package dev.prepgraph.practice;

/**
 * SQL that features contribute to the upcoming-interviews query, so that the queue and readiness
 * each stay one statement.
 */
public interface UpcomingInterviews {

  /**
   * A query for the interviews of {@code viewer.account_id()}, past ones included: {@code at}
   * (timestamptz; the end of the day in the user's time zone where only the day is known) and
   * {@code guide_id} (uuid or null), in this order.
   */
  String query();
}
