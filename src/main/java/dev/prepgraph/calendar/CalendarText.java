package dev.prepgraph.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ProductId;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import dev.prepgraph.calendar.CalendarEntry.At;
import dev.prepgraph.calendar.CalendarEntry.On;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

/**
 * Prints calendars as iCalendar (RFC 5545); equal entries give equal bytes. Times are in UTC, which
 * needs no time zone definitions.
 */
final class CalendarText {

  private static final String PRODUCT = "-//Prepgraph//Prepgraph//EN";
  private static final String DOMAIN = "@prepgraph";

  /** The suggested polling interval. */
  private static final Duration REFRESH = Duration.builder().hours(1).build();

  private CalendarText() {}

  static byte[] of(List<CalendarEntry> entries) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(new ProductId(PRODUCT));
    calendar.setName("Prepgraph");
    // For clients older than RFC 7986.
    calendar.addExperimentalProperty("X-WR-CALNAME", "Prepgraph");
    // The standard has no default type for it; the library omits the type.
    calendar.setRefreshInterval(REFRESH).setParameter("VALUE", "DURATION");
    calendar.addExperimentalProperty("X-PUBLISHED-TTL", REFRESH.toString());
    if (entries.isEmpty()) {
      calendar.addComponent(utc());
    }
    entries.forEach(entry -> calendar.addEvent(event(entry)));
    return ContentLines.fold(print(calendar)).getBytes(StandardCharsets.UTF_8);
  }

  /** Prints unfolded lines: the library counts characters where the standard counts octets. */
  private static String print(ICalendar calendar) {
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The component of a calendar without events: the standard requires at least one. */
  private static VTimezone utc() {
    StandardTime standard = new StandardTime();
    standard.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
    standard.setTimezoneOffsetFrom(new UtcOffset(0));
    standard.setTimezoneOffsetTo(new UtcOffset(0));
    VTimezone utc = new VTimezone("Etc/UTC");
    utc.addStandardTime(standard);
    return utc;
  }

  private static VEvent event(CalendarEntry entry) {
    VEvent event = new VEvent();
    event.setUid(entry.key() + DOMAIN);
    event.setDateTimeStamp(Date.from(entry.changedAt()));
    event.setLastModified(Date.from(entry.changedAt()));
    event.setSequence(entry.version());
    if (entry.when() instanceof At at) {
      event.setDateStart(Date.from(at.start()));
      event.setDuration(Duration.fromMillis(at.duration().toMillis()));
    } else {
      LocalDate on = ((On) entry.when()).day();
      event.setDateStart(new DateStart(day(on)));
      event.setDateEnd(new DateEnd(day(on.plusDays(1))));
      event.setTransparency(true);
    }
    event.setSummary(printable(entry.title()));
    event.setDescription(printable(entry.description()));
    event.setLocation(printable(entry.location()));
    return event;
  }

  /** Noon in the machine's time zone, in which the library formats days. */
  private static ICalDate day(LocalDate day) {
    return new ICalDate(
        Date.from(day.atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant()), false);
  }

  /** Normalizes line ends and removes other control characters. */
  private static String printable(String text) {
    return text == null ? null : text.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "");
  }
}
