package dev.prepgraph.common;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The IANA time zones. Java's own list is not IANA's: every JVM leaves out some names, and adds
 * {@code SystemV/…}. Offsets such as +02:00 are no time zones: they have no daylight saving.
 */
public final class TimeZones {

  /** Names that Java leaves out, and what IANA links them to. */
  private static final Map<String, String> LINKS =
      Map.of(
          "EST", "America/Panama",
          "MST", "America/Phoenix",
          "HST", "Pacific/Honolulu",
          "ROC", "Asia/Taipei",
          "GMT+0", "Etc/GMT",
          "GMT-0", "Etc/GMT");

  private static final Set<String> NAMES =
      Stream.concat(ZoneId.getAvailableZoneIds().stream(), LINKS.keySet().stream())
          .filter(name -> !name.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableSet());

  private TimeZones() {}

  /** All names. */
  public static Set<String> names() {
    return NAMES;
  }

  /** The time zone with a name of IANA's. */
  public static Optional<ZoneId> find(String name) {
    return NAMES.contains(name)
        ? Optional.of(ZoneId.of(LINKS.getOrDefault(name, name)))
        : Optional.empty();
  }

  /** A stored time zone; UTC where this JVM's time zone data is older than the name. */
  public static ZoneId stored(String name) {
    return find(name).orElseGet(() -> lenient(name));
  }

  private static ZoneId lenient(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** When a day is over in a time zone. */
  public static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
