package dev.prepgraph.common;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Bounds the heap that requests take for what they read and answer: one request may take half of a
 * pool that all share, and one that takes little is not stopped for others. It is counted roughly,
 * while it is taken, so that a request stops before the heap is exhausted. Only the thread that
 * executes a request counts for it.
 */
public final class MemoryBudget {

  /** The pool of all requests. */
  public static final class Pool {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param most in bytes
     */
    public Pool(long most) {
      this.most = most;
    }

    /** What one request may take, in bytes. */
    public long mostForOne() {
      return most / 2;
    }

    /** What every request may take, whatever others have taken, in bytes. */
    private long share() {
      return most / 128;
    }

    /** What all requests have taken, in bytes. */
    public long taken() {
      return taken.get();
    }

    /**
     * Works for a request, on this thread.
     *
     * @param stoppable false for work that must be answered, once it was begun: it counts, but only
     *     others are stopped for it
     * @throws ExceededException when it takes too much, or others have taken all
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

  /** A request takes more than it may. */
  public static final class ExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean byAll;

    ExceededException(boolean byAll) {
      super("A request takes too much of the heap", null, false, false);
      this.byAll = byAll;
    }

    /** Whether it is all requests together that take too much, so that it may fit another time. */
    public boolean isByAll() {
      return byAll;
    }
  }

  /** Taken from the pool at a time: the pool is shared, and every field counts. */
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
   * Counts what the request of this thread takes; nothing where it has no budget, as in commands.
   *
   * @throws ExceededException when it is too much, and from then on always
   */
  public static void charge(long bytes) {
    MemoryBudget budget = CURRENT.get();
    if (budget != null) {
      budget.take(bytes);
    }
  }

  /**
   * Fails when the request of this thread exceeded its budget, also where that exception was
   * caught.
   *
   * @throws ExceededException when it took too much
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
      boolean byOne = taken > pool.mostForOne();
      if (stoppable && (byOne || byAll > pool.most && taken > pool.share())) {
        exceeded = new ExceededException(!byOne);
        throw exceeded;
      }
    }
  }
}
