package dev.prepgraph;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The service's clock, which tests may set. */
@ApplicationScoped
public class TestClock extends Clock {

  private volatile Instant fixed;

  /**
   * Stops the clock.
   *
   * @param time what it shows from now on; null lets it run
   */
  public void set(String time) {
    fixed = time == null ? null : Instant.parse(time).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public Instant instant() {
    Instant time = fixed;
    return time == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : time;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
