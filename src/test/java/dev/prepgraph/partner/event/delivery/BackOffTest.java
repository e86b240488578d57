package dev.prepgraph.partner.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(5), Duration.ofHours(6));

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 10", "3, 20", "12, 10240", "13, 20480", "14, 21600", "1000000, 21600"})
  void doublesUpToTheMaximumWithJitterBelow(int attempts, long seconds) {
    RandomGenerator random = RandomGenerator.getDefault();
    for (int i = 0; i < 100; i++) {
      assertThat(BACK_OFF.after(attempts, random))
          .isBetween(Duration.ofMillis(seconds * 500), Duration.ofSeconds(seconds));
    }
  }
}
