package dev.prepgraph.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PingLimitTest {

  @Test
  void endsFloodsOnly() {
    var limit = new PingLimit();

    assertThat(limit.isExceeded()).isFalse();
    assertThat(IntStream.range(0, 10_000).anyMatch(ping -> limit.isExceeded())).isTrue();
  }
}
