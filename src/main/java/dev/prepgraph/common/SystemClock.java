package dev.prepgraph.common;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Produces the clock, which tests replace. It ticks in microseconds, as the database does. */
class SystemClock {

  private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

  @Produces
  @DefaultBean
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), TICK);
  }
}
