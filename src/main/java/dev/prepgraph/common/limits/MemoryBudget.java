package dev.prepgraph.common.limits;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Bounds the estimated heap of what requests read and respond with. One request may take half of a
 * shared pool; small requests are never stopped for others. Only the executing thread charges.
 */
public final class MemoryBudget {

  /** The pool that all requests share. */
  public static final class Pool {

    private final long max;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param max in bytes
     */
    public Pool(long max) {
      this.max = max;
    }

    /** Maximal bytes of one request. */
    public long maxForOne() {
      return max / 2;
    }

    /** Bytes of which no request is deprived. */
    private long guaranteed() {
      return max / 128;
    }

    /** Bytes of all requests. */
    public long taken() {
      return taken.get();
    }

    /**
     * Runs the work of a request on this thread.
     *
     * @param stoppable false for work that must complete: it is charged, but only others are
     *     stopped
     * @throws ExceededException when it, or all together, exceed their limit
     */
    public <T> T call(boolean stoppable, Supplier<T> work) {
      MemoryBudget budget = new MemoryBudget(this, stoppable);
      CURRENT.set(budget);
      try {
        return work.get();
      } finally {
        CURRENT.remove();
        taken.addAndGet(-budget.taken);
      }
    }
  }

  /** A request exceeds its budget. */
  public static final class ExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean byAll;

    ExceededException(boolean byAll) {
      super("A request takes too much of the heap", null, false, false);
      this.byAll = byAll;
    }

    /** Whether all requests together exceed the pool, so that a retry may succeed. */
    public boolean isByAll() {
      return byAll;
    }
  }

  /** Bytes taken from the pool at a time, to reduce contention. */
  private static final long CHUNK = 65_536;

  private static final ThreadLocal<MemoryBudget> CURRENT = new ThreadLocal<>();

  private final Pool pool;
  private final boolean stoppable;
  private long taken;
  private long left;
  private ExceededException exceeded;

  private MemoryBudget(Pool pool, boolean stoppable) {
    this.pool = pool;
    this.stoppable = stoppable;
  }

  /**
   * Charges the request of this thread; without effect where it has no budget, as in commands.
   *
   * @throws ExceededException when it exceeds its budget, and from then on always
   */
  public static void charge(long bytes) {
    MemoryBudget budget = CURRENT.get();
    if (budget != null) {
      budget.take(bytes);
    }
  }

  /**
   * Rethrows an exception that was caught since the request of this thread exceeded its budget.
   *
   * @throws ExceededException when it did
   */
  public static void check() {
    charge(0);
  }

  private void take(long bytes) {
    if (exceeded != null) {
      throw exceeded;
    }
    left -= bytes;
    if (left < 0) {
      long chunk = CHUNK - left;
      left += chunk;
      taken += chunk;
      long byAll = pool.taken.addAndGet(chunk);
      boolean byOne = taken > pool.maxForOne();
      if (stoppable && (byOne || byAll > pool.max && taken > pool.guaranteed())) {
        exceeded = new ExceededException(!byOne);
        throw exceeded;
      }
    }
  }
}
