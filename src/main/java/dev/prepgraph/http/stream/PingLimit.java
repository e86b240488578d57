package dev.prepgraph.http.stream;

import java.time.Duration;

/** Detects floods of pings, which Vert.x answers even if the client does not read. */
final class PingLimit {

  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int MAX = 20;

  private long begin;
  private int pings;

  /** Counts a ping; true beyond the limit. */
  boolean isExceeded() {
    long now = System.nanoTime();
    if (now - begin > PERIOD.toNanos()) {
      begin = now;
      pings = 0;
    }
    return ++pings > MAX;
  }
}
