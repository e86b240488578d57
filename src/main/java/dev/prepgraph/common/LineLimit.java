package dev.prepgraph.common;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;

/** Limits the log lines of a cause per second, so that clients cannot flood the log. */
public final class LineLimit {

  private static final int LINES = 10;

  /** Further causes share one, as clients may invent them. */
  private static final int MAX_CAUSES = 100;

  private static final String OTHERS = "other causes";
  private static final Executor IN_A_SECOND =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private final Map<String, Long> lines = new ConcurrentHashMap<>();
  private final ObjLongConsumer<String> summary;

  /**
   * @param summary gets, at the end of each second, the suppressed lines of each cause
   */
  public LineLimit(ObjLongConsumer<String> summary) {
    this.summary = summary;
  }

  /** Whether a line may be written now. */
  public boolean allows(String cause) {
    String known = lines.size() < MAX_CAUSES || lines.containsKey(cause) ? cause : OTHERS;
    long line = lines.merge(known, 1L, Long::sum);
    if (line == 1) {
      IN_A_SECOND.execute(() -> end(known));
    }
    return line <= LINES;
  }

  private void end(String cause) {
    long suppressed = lines.remove(cause) - LINES;
    if (suppressed > 0) {
      summary.accept(cause, suppressed);
    }
  }
}
