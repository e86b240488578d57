package dev.prepgraph.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SystemClockTest {

  @Test
  void ticksInTheMicrosecondsOfTheDatabase() {
    Clock clock = new SystemClock().clock();

    assertThat(Stream.generate(clock::instant).limit(1_000))
        .allMatch(time -> time.equals(time.truncatedTo(ChronoUnit.MICROS)));
    assertThat(clock.instant()).isAfter(Instant.now().minusSeconds(60));
  }
}
