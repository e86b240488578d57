package dev.prepgraph.partner.event.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The pause that a receiver asks for by {@code Retry-After} (RFC 9110, 10.2.3). */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /**
   * Zero without a valid header.
   *
   * @param header its value, or null
   */
  static Duration of(String header, Instant now) {
    if (header == null) {
      return Duration.ZERO;
    }
    if (SECONDS.matcher(header).matches()) {
      return Duration.ofSeconds(Long.parseLong(header));
    }
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from);
      return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
    } catch (DateTimeException notADate) {
      return Duration.ZERO;
    }
  }
}
