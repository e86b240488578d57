package dev.prepgraph.calendar;

import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;

/**
 * What one feature puts into the calendar of a user. Sources are read in the order of their beans'
 * priorities.
 */
public interface CalendarSource {

  /**
   * Reads the entries of the account that the transaction acts for, as {@code viewer.account_id()}
   * names it, in a fixed number of statements, and in an order that is the same every time. The
   * transaction can only read.
   *
   * @param since what was over before is left out
   */
  List<CalendarEntry> entries(StatelessSession session, Instant since);
}
