package dev.prepgraph.budget;

import dev.prepgraph.budget.schema.RateLimit;
import dev.prepgraph.common.error.RequestException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The points that an operation took from a budget, or that it lacked. */
public final class Charge {

  private static final ThreadLocal<Charge> CURRENT = new ThreadLocal<>();

  private final RateLimit state;
  private final Duration timeToWait;
  private volatile boolean disclosed;

  Charge(RateLimit state, Duration timeToWait) {
    this.state = state;
    this.timeToWait = timeToWait;
  }

  /** Time until the budget has the points that the operation lacks; zero when it took them. */
  public Duration timeToWait() {
    return timeToWait;
  }

  /** Rejects the operation if it lacked points. */
  public void requirePaid() {
    if (!timeToWait.isZero()) {
      throw RequestException.rateLimited(
          "The operation costs %d points, and %d are left"
              .formatted(state.cost(), state.remaining()),
          timeToWait.plusNanos(999_999_999).toSeconds());
    }
  }

  /** Runs an operation on this thread, whose response may show the state of the budget. */
  public <T> T call(Supplier<T> operation) {
    CURRENT.set(this);
    try {
      return operation.get();
    } finally {
      CURRENT.remove();
    }
  }

  /** The state of the budget, for the response to this thread's operation only; may be null. */
  static RateLimit current() {
    Charge current = CURRENT.get();
    return current == null ? null : current.disclose();
  }

  RateLimit disclose() {
    disclosed = true;
    return state;
  }

  /** Whether the response contains the state of the budget. */
  public boolean isDisclosed() {
    return disclosed;
  }

  /** The value of {@code extensions.cost}. */
  public Map<String, Object> extension() {
    Map<String, Object> cost = new LinkedHashMap<>();
    cost.put("requested", state.cost());
    cost.put("remaining", state.remaining());
    cost.put("restoreRate", state.restoreRate());
    cost.put("limit", state.limit());
    return cost;
  }
}
