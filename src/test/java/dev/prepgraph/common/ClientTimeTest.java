package dev.prepgraph.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTimeTest {

  private static final Instant NOW = Instant.parse("2027-03-01T09:00:00.123456Z");

  @ParameterizedTest
  @CsvSource({
    "2000-01-01T00:00:00Z, 2000-01-01T00:00:00Z",
    "2027-03-01T09:00:00.123456Z, 2027-03-01T09:00:00.123456Z",
    "2027-03-01T09:00:00.123455999Z, 2027-03-01T09:00:00.123455Z",
    "2027-03-01T09:00:00.123456001Z, 2027-03-01T09:00:00.123456Z",
    "2027-03-01T09:01:00.123456Z, 2027-03-01T09:00:00.123456Z",
    "2027-03-01T09:01:00.123456001Z,",
    "2027-03-01T09:01:01Z,",
    "1999-12-31T23:59:59.999Z,",
    "+1000000000-12-31T23:59:59Z,",
    "-1000000000-01-01T00:00:00Z,"
  })
  void treatsTheNearFutureAsNow(Instant given, Instant taken) {
    assertThat(ClientTime.past(given, NOW).orElse(null)).isEqualTo(taken);
  }
}
