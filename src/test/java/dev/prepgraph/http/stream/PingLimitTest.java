package dev.prepgraph.http.stream;

import static dev.prepgraph.http.stream.PingLimit.MAX_PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PingLimitTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void endsFloodsOnly() {
    var limit = new PingLimit();
    long begin = 5 * SECOND;

    for (int ping = 0; ping < MAX_PER_SECOND; ping++) {
      assertThat(limit.isExceeded(begin)).isFalse();
    }
    assertThat(limit.isExceeded(begin + SECOND)).isTrue();
    assertThat(limit.isExceeded(begin + SECOND + 1)).isFalse();
  }
}
