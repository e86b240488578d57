package dev.prepgraph.calendar;

import java.time.Instant;
import java.util.List;

/** Entries that a feature contributes to the calendar, in the order of the beans' priorities. */
public interface CalendarSource {

  /**
   * Reads the entries of the account that the transaction acts for, in a fixed number of statements
   * and a stable order. The transaction is read-only.
   *
   * @param since entries that ended before are left out
   */
  List<CalendarEntry> entries(Instant since);
}
