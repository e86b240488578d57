package dev.prepgraph.common.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Repeats work on a thread of its own until it is stopped, also after failures. */
public final class RepeatedWork {

  /** The work of one round. */
  public interface Round {
    void run() throws Exception;
  }

  private final Supplier<Duration> pause;
  private final Outage outage;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final String name;
  private volatile Thread thread;

  /**
   * @param name of the thread
   * @param pause returns the time between two rounds
   * @param outage gets the failures of rounds, but not their successes
   */
  public RepeatedWork(String name, Supplier<Duration> pause, Outage outage) {
    this.name = name;
    this.pause = pause;
    this.outage = outage;
  }

  public void start(Round round) {
    start(round, () -> {});
  }

  /**
   * @param end runs once, after the stop and the last round
   */
  public void start(Round round, Runnable end) {
    Thread started =
        new Thread(
            () -> {
              repeat(round);
              end.run();
            },
            name);
    started.setDaemon(true);
    started.start();
    thread = started;
  }

  /** Begins no further round; a round may ask {@link #isStopped}. */
  public void stop() {
    stopped.countDown();
  }

  /** Also waits for the thread, and interrupts it after the timeout. */
  public void stop(Duration timeout) {
    stop();
    Thread running = thread;
    if (running == null) {
      return;
    }
    try {
      running.join(Math.max(1, timeout.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    running.interrupt();
  }

  public boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Whether the work was started, also when its thread has died. */
  public boolean isStarted() {
    return thread != null;
  }

  public boolean isRunning() {
    return isStarted() && thread.isAlive();
  }

  private void repeat(Round round) {
    do {
      try {
        round.run();
      } catch (Throwable e) {
        // A stop closes what the round uses.
        if (!isStopped()) {
          outage.failed(e);
        }
      }
    } while (!waitForStop());
  }

  private boolean waitForStop() {
    try {
      return stopped.await(pause.get().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
