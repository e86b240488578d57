package dev.prepgraph.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;

/** Parses calendars strictly, with another library than the one that writes them. */
public final class StrictCalendar {

  private StrictCalendar() {}

  /** The calendar, which must be valid. */
  public static Calendar read(String text) {
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      assertThat(calendar.validate(true).getEntries()).isEmpty();
      return calendar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserException e) {
      throw new AssertionError(text, e);
    }
  }

  /** The events of a calendar, which must be valid. */
  public static List<VEvent> events(String text) {
    return read(text).getComponents("VEVENT");
  }
}
