package dev.prepgraph.common.background;

import static dev.prepgraph.Awaiting.DEADLINE;
import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatedWorkTest {

  private static final Duration PAUSE = Duration.ofMillis(1);

  private final java.util.logging.Logger logger =
      java.util.logging.Logger.getLogger(RepeatedWorkTest.class.getName());
  private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final Outage outage =
      new Outage(Logger.getLogger(RepeatedWorkTest.class), "Nothing works", "All works again");
  private final RepeatedWork work = new RepeatedWork("of the test", () -> PAUSE, outage);
  private final AtomicInteger rounds = new AtomicInteger();

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void stop() {
    work.stop();
    logger.removeHandler(handler);
  }

  @Test
  void goesOnAfterFailures() {
    assertThat(work.isStarted()).isFalse();

    work.start(
        () -> {
          if (rounds.incrementAndGet() < 5) {
            throw new OutOfMemoryError("of the test");
          }
          outage.recovered();
        });

    await().until(() -> rounds.get() > 10);
    assertThat(work.isRunning()).isTrue();
    assertThat(lines).extracting(LogRecord::getMessage).hasSize(2).startsWith("Nothing works");
    assertThat(lines.get(0).getThrown()).hasMessage("of the test");
    assertThat(lines.get(1).getMessage()).startsWith("All works again after ");
  }

  @Test
  void endsAtAStopWithoutALine() {
    work.start(
        () -> {
          rounds.incrementAndGet();
          work.stop();
          throw new IllegalStateException("closed by the stop");
        });

    await().until(() -> !work.isRunning());
    assertThat(work.isStopped()).isTrue();
    assertThat(rounds).hasValue(1);
    assertThat(lines).isEmpty();
  }

  @Test
  void interruptsARoundThatHangsAtAStop() {
    AtomicInteger ends = new AtomicInteger();
    work.start(
        () -> {
          rounds.incrementAndGet();
          new CountDownLatch(1).await();
        },
        ends::incrementAndGet);
    await().until(() -> rounds.get() == 1);

    assertTimeoutPreemptively(DEADLINE, () -> work.stop(Duration.ofMillis(10)));

    await().until(() -> !work.isRunning());
    assertThat(ends).hasValue(1);
    assertThat(lines).isEmpty();
  }

  @Test
  void waitsAtAStopForTheEnd() {
    AtomicInteger ends = new AtomicInteger();
    work.start(rounds::incrementAndGet, ends::incrementAndGet);

    work.stop(DEADLINE);

    assertThat(work.isRunning()).isFalse();
    assertThat(ends).hasValue(1);
  }

  @Test
  void logsOfADatabaseItsMessageOnly() {
    outage.failed(new SQLException("gone"));
    outage.failed(new SQLException("gone"));

    assertThat(outage.isLasting()).isTrue();
    assertThat(lines)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getMessage()).isEqualTo("Nothing works at the moment: gone");
              assertThat(line.getThrown()).isNull();
            });
  }
}
