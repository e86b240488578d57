package dev.prepgraph.http.stream;

import java.util.concurrent.TimeUnit;

/** Detects floods of pings, which Vert.x answers even if the client does not read. */
final class PingLimit {

  static final int MAX_PER_SECOND = 20;

  private long begin;
  private int pings;

  /**
   * Counts a ping; true beyond the limit.
   *
   * @param now as {@link System#nanoTime}
   */
  boolean isExceeded(long now) {
    if (now - begin > TimeUnit.SECONDS.toNanos(1)) {
      begin = now;
      pings = 0;
    }
    return ++pings > MAX_PER_SECOND;
  }
}
