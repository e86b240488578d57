package dev.prepgraph.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.calendar.CalendarEntry.At;
import dev.prepgraph.calendar.CalendarEntry.On;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

  private static final CalendarEntry INTERVIEW =
      new CalendarEntry(
          "a-1",
          3,
          Instant.parse("2026-02-03T04:05:06.789Z"),
          new At(Instant.parse("2026-03-29T00:30:00Z"), Duration.ofMinutes(90)),
          "Backend developer; Müller, Söhne & 合作",
          "Bring:\n- a laptop\n- patience \\ time",
          "Straße 1, 12345 Berlin",
          null,
          false);
  private static final CalendarEntry DAY =
      new CalendarEntry(
          "b-20261025",
          1,
          Instant.parse("2026-02-03T04:05:06Z"),
          new On(LocalDate.of(2026, 10, 25)),
          "Prepare",
          null,
          null,
          null,
          false);

  private static String print(CalendarEntry... entries) {
    return new String(CalendarText.of(List.of(entries)), StandardCharsets.UTF_8);
  }

  @Test
  void printsTheStandardFormat() {
    assertThat(print(DAY).split("\r\n"))
        .containsExactly(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Prepgraph//Prepgraph//EN",
            "NAME:Prepgraph",
            "X-WR-CALNAME:Prepgraph",
            "X-PUBLISHED-TTL:PT1H",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "BEGIN:VEVENT",
            "UID:b-20261025@prepgraph",
            "DTSTAMP:20260203T040506Z",
            "LAST-MODIFIED:20260203T040506Z",
            "SEQUENCE:1",
            "DTSTART;VALUE=DATE:20261025",
            "DTEND;VALUE=DATE:20261026",
            "TRANSP:TRANSPARENT",
            "SUMMARY:Prepare",
            "END:VEVENT",
            "END:VCALENDAR");
  }

  @Test
  void isUnderstoodByAnotherLibrary() {
    List<VEvent> events = StrictCalendar.events(print(INTERVIEW, DAY));

    assertThat(events).hasSize(2);
    VEvent interview = events.get(0);
    assertThat(interview.getUid().orElseThrow().getValue()).isEqualTo("a-1@prepgraph");
    assertThat(interview.getDateTimeStamp().getValue()).isEqualTo("20260203T040506Z");
    assertThat(interview.getDateTimeStart().getDate())
        .isEqualTo(OffsetDateTime.parse("2026-03-29T00:30:00Z"));
    assertThat(interview.getDuration().getDuration()).isEqualTo(Duration.ofMinutes(90));
    assertThat(interview.getSequence().getSequenceNo()).isEqualTo(3);
    assertThat(interview.getLastModified().getValue()).isEqualTo("20260203T040506Z");
    assertThat(interview.getSummary().getValue()).isEqualTo(INTERVIEW.title());
    assertThat(interview.getDescription().getValue()).isEqualTo(INTERVIEW.description());
    assertThat(interview.getLocation().getValue()).isEqualTo(INTERVIEW.location());
    assertThat(events.get(1).getDateTimeStart().getDate()).isEqualTo(LocalDate.of(2026, 10, 25));
  }

  @Test
  void isValidWithoutEvents() {
    assertThat(StrictCalendar.events(print())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "America/Los_Angeles",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "America/Santiago",
        "Africa/Cairo",
        "Asia/Beirut"
      })
  void doesNotDependOnTheZoneOfTheMachine(String zone) {
    // Clocks that skip midnight, in some of these zones, on each day of the year.
    CalendarEntry[] entries =
        LocalDate.of(2026, 1, 1)
            .datesUntil(LocalDate.of(2028, 1, 1))
            .map(
                day ->
                    new CalendarEntry(
                        "d" + day, 1, Instant.EPOCH, new On(day), "x", null, null, null, false))
            .toArray(CalendarEntry[]::new);
    String expected = print(entries) + print(INTERVIEW);
    TimeZone machine = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(print(entries) + print(INTERVIEW)).isEqualTo(expected);
    } finally {
      TimeZone.setDefault(machine);
    }
    assertThat(expected).contains("DTSTART;VALUE=DATE:20271231", "DTSTART:20260329T003000Z");
  }

  /** Texts with multi-octet characters and characters that are escaped. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "a",
            " ",
            ",",
            ";",
            ":",
            "\\",
            "\\n",
            "\"",
            "\n",
            "\t",
            "é",
            "e\u0301",
            "合",
            "👩‍👩‍👧‍👦",
            "🇩🇪",
            "😀",
            "BEGIN:VEVENT",
            "\u00A0",
            "\u200B");
    return Arbitraries.oneOf(
            pieces, Arbitraries.strings().withCharRange('\u0000', '\uD7FF').ofLength(1))
        .list()
        .ofMaxSize(200)
        .map(all -> "x" + String.join("", all) + "x");
  }

  @Property(tries = 300)
  void foldsWithoutCuttingACharacter(@ForAll("texts") String title, @ForAll("texts") String more)
      throws Exception {
    byte[] printed =
        CalendarText.of(
            List.of(
                new CalendarEntry(
                    "k",
                    1,
                    Instant.EPOCH,
                    new On(LocalDate.EPOCH),
                    title,
                    more,
                    more,
                    null,
                    false)));
    String text = new String(printed, StandardCharsets.UTF_8);

    assertThat(text).endsWith("\r\n").doesNotContainPattern("(?<!\r)\n|\r(?!\n)");
    for (String line : text.split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
    }
    assertThat(StrictCalendar.events(text)).hasSize(1);
    assertThat(value(text, "SUMMARY")).isEqualTo(shown(title));
    assertThat(value(text, "DESCRIPTION")).isEqualTo(shown(more));
    assertThat(value(text, "LOCATION")).isEqualTo(shown(more));
  }

  /**
   * A property's text by RFC 5545, 3.3.11: the other library errs on a backslash before a line end.
   */
  private static String value(String calendar, String property) {
    String line =
        calendar
            .replace("\r\n ", "")
            .lines()
            .filter(content -> content.startsWith(property + ":"))
            .findFirst()
            .orElseThrow();
    return Pattern.compile("\\\\(.)")
        .matcher(line.substring(property.length() + 1))
        .replaceAll(
            escaped ->
                escaped.group(1).equalsIgnoreCase("n")
                    ? "\n"
                    : Matcher.quoteReplacement(escaped.group(1)));
  }

  /** With normalized line ends, without other control characters and unpaired surrogates. */
  private static String shown(String text) {
    return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "");
  }

  @Test
  void keepsGraphemesTogether() {
    for (String shown : List.of("👩‍👩‍👧‍👦", "🇩🇪", "e\u0301\u0302", "👍🏽")) {
      String line = "SUMMARY:" + shown.repeat(50) + "\r\n";

      String folded = ContentLines.fold(line);

      assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
      assertThat(folded.replace("SUMMARY:", "").split("\r\n ?"))
          .allMatch(part -> part.replace(shown, "").isEmpty());
    }
  }

  @Test
  void foldsWhatIsLongerThanALineInOneCharacter() {
    String marks = "a" + "\u0301".repeat(200);

    String folded = ContentLines.fold("SUMMARY:" + marks + "\r\nEND:X\r\n");

    assertThat(folded.replace("\r\n ", "")).isEqualTo("SUMMARY:" + marks + "\r\nEND:X\r\n");
    assertThat(folded.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void fillsLinesToTheLastOctet() {
    assertThat(ContentLines.fold("x".repeat(75) + "\r\n")).isEqualTo("x".repeat(75) + "\r\n");
    assertThat(ContentLines.fold("x".repeat(76) + "\r\n")).isEqualTo("x".repeat(75) + "\r\n x\r\n");
    assertThat(ContentLines.fold("x".repeat(72) + "😀\r\n"))
        .isEqualTo("x".repeat(72) + "\r\n 😀\r\n");
  }

  /** No text ends a line, a property or the calendar. */
  @Property
  void keepsAnyTextInItsPlace(@ForAll String title, @ForAll String location) {
    CalendarEntry entry =
        new CalendarEntry(
            "k", 1, Instant.EPOCH, new On(LocalDate.EPOCH), title, location, location, null, false);
    String text = print(entry);

    assertThat(text.lines().filter(line -> line.startsWith("BEGIN:")))
        .containsExactly("BEGIN:VCALENDAR", "BEGIN:VEVENT");
    assertThat(text.replace("\r\n", "")).doesNotContainPattern("[\\p{Cntrl}&&[^\t]]");
    if (!title.isBlank() && title.codePoints().allMatch(c -> c > 31 && c < 127)) {
      assertThat(StrictCalendar.events(text).get(0).getSummary().getValue()).isEqualTo(title);
    }
  }
}
