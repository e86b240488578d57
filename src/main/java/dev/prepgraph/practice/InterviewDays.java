package dev.prepgraph.practice;

/**
 * Tells when a user has interviews, and for which guides they prepare. Implemented by the features
 * that keep plans and interviews; practice works without any.
 */
public interface InterviewDays {

  /**
   * A query, without parameters, for the interviews of {@code viewer.account_id()}: {@code at}
   * (timestamptz; where only the day is known, its end in the user's time zone) and {@code
   * guide_id} (uuid, null where it is for none). Interviews that are over may be among them.
   *
   * <p>It is a query and not its result so that the queue and readiness each stay one statement,
   * however many features tell.
   */
  String query();
}
