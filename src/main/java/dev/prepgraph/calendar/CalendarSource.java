package dev.prepgraph.calendar;

import java.time.Instant;
import java.util.List;

/** Contributes entries to the calendar, in the order of bean priorities. */
public interface CalendarSource {

  /**
   * Reads the entries of the transaction's account in a stable order and a fixed number of
   * statements. The transaction is read-only.
   *
   * @param since omits entries that ended before
   */
  List<CalendarEntry> entries(Instant since);
}
