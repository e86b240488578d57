package dev.prepgraph;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Awaits events with a deadline that a busy machine keeps, too. Promises in seconds are checked by
 * the scripts of src/faults, on a machine that does nothing else.
 */
public final class Awaiting {

  /** The deadline of every event that a test waits for. */
  public static final Duration DEADLINE = Duration.ofMinutes(1);

  private Awaiting() {}

  public static ConditionFactory await() {
    return Awaitility.await().atMost(DEADLINE);
  }
}
