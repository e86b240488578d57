package dev.prepgraph.partner.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(5), Duration.ofHours(6));

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 10", "3, 20", "12, 10240", "13, 20480", "14, 21600", "1000000, 21600"})
  void doublesUpToTheMaximumWithJitterBelow(int attempts, long seconds) {
    RandomGenerator random = RandomGenerator.getDefault();
    for (int i = 0; i < 100; i++) {
      assertThat(BACK_OFF.after(attempts, Duration.ZERO, random))
          .isBetween(Duration.ofMillis(seconds * 500), Duration.ofSeconds(seconds));
    }
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "21600, 21600", "21601, 21600", "999999999, 21600"})
  void waitsAsLongAsTheReceiverAsksUpToTheMaximum(long asked, long seconds) {
    assertThat(BACK_OFF.after(1, Duration.ofSeconds(asked), RandomGenerator.getDefault()))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void doesNotWaitLessBecauseTheReceiverAsks() {
    assertThat(BACK_OFF.after(3, Duration.ofSeconds(1), RandomGenerator.getDefault()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120                           | 120
          0                             | 0
          999999999                     | 999999999
          9999999999                    | 0
          -1                            | 0
          1.5                           | 0
          soon                          | 0
          Thu, 26 Nov 2026 12:01:00 GMT | 60
          Thu, 26 Nov 2026 11:59:00 GMT | 0
                                        | 0
          """)
  void readsRetryAfter(String header, long seconds) {
    Instant now = Instant.parse("2026-11-26T12:00:00Z");
    assertThat(RetryAfter.of(header, now)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
