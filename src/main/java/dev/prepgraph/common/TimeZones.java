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
 * The IANA time zones, which Java's list lacks some of and adds {@code SystemV/…} to. Offsets such
 * as +02:00 are no time zones, as they have no daylight saving.
 */
public final class TimeZones {

  /** IANA links that Java lacks. */
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

  public static Set<String> names() {
    return NAMES;
  }

  public static Optional<ZoneId> find(String name) {
    return NAMES.contains(name)
        ? Optional.of(ZoneId.of(LINKS.getOrDefault(name, name)))
        : Optional.empty();
  }

  /** A stored time zone; UTC where this JVM's data is older than its name. */
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

  /** The end of a day in a time zone. */
  public static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
