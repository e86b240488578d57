package dev.prepgraph.common;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.app.LogFloodFilter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineLimitTest {

  private final Map<String, Long> suppressed = new ConcurrentHashMap<>();
  private final LineLimit limit =
      new LineLimit((cause, lines) -> suppressed.merge(cause, lines, Long::sum));

  private long passed(int lines, String cause) {
    return IntStream.range(0, lines).filter(i -> limit.allows(cause)).count();
  }

  @Test
  void passesAFewLinesPerCauseAndCountsTheOthers() {
    long passed = passed(10_000, "flood");
    assertThat(passed).isLessThan(1_000);
    assertThat(passed(1, "another")).isOne();
    await()
        .untilAsserted(
            () -> assertThat(suppressed).containsOnlyKeys("flood").containsValue(10_000 - passed));
  }

  @Test
  void boundsTheNumberOfCauses() {
    long passed = IntStream.range(0, 100_000).filter(i -> limit.allows("cause " + i)).count();
    await()
        .untilAsserted(
            () ->
                assertThat(suppressed)
                    .containsOnlyKeys("other causes")
                    .containsValue(100_000 - passed));
  }

  @Test
  void neverSuppressesEventsOfAccounts() {
    var filter = new LogFloodFilter();
    LogRecord audit = line(AuditLog.CATEGORY, Level.INFO);
    LogRecord debug = line("x", Level.FINE);
    LogRecord flood = line("x", Level.WARNING);
    assertThat(IntStream.range(0, 1_000).allMatch(i -> filter.isLoggable(audit))).isTrue();
    assertThat(IntStream.range(0, 1_000).allMatch(i -> filter.isLoggable(debug))).isTrue();
    assertThat(IntStream.range(0, 10_000).allMatch(i -> filter.isLoggable(flood))).isFalse();
  }

  private static LogRecord line(String category, Level level) {
    LogRecord line = new LogRecord(level, "event=%s");
    line.setLoggerName(category);
    return line;
  }
}
