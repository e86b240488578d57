package dev.prepgraph.common.limits;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Ends work after a time that the work may prolong by {@link Cancellation#prolong}. */
public final class TimeLimit {

  private final Vertx vertx;
  private final Cancellation work;
  private final Runnable end;
  private long timer;
  private boolean stopped;

  private TimeLimit(Vertx vertx, Cancellation work, Runnable end) {
    this.vertx = vertx;
    this.work = work;
    this.end = end;
  }

  /**
   * @param end runs once, on an event loop, unless the limit is stopped before
   */
  public static TimeLimit start(Vertx vertx, Duration time, Cancellation work, Runnable end) {
    TimeLimit limit = new TimeLimit(vertx, work, end);
    limit.schedule(time.toMillis());
    return limit;
  }

  private synchronized void schedule(long millis) {
    if (!stopped) {
      timer = vertx.setTimer(millis, id -> expire());
    }
  }

  private void expire() {
    long more = work.prolongedMillis();
    if (more > 0) {
      schedule(more);
    } else {
      end.run();
    }
  }

  public synchronized void stop() {
    stopped = true;
    vertx.cancelTimer(timer);
  }
}
