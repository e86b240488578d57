package dev.prepgraph.graphql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs operations on worker threads, a few of each caller at a time. Further ones wait in a queue
 * of the caller's own, without a thread, so that nobody waits for what somebody else sends in
 * masses.
 */
@Singleton
class OperationQueue {

  /** The operations of one caller that have neither ended nor been rejected. */
  private static final class Lane {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;
  }

  private final Map<String, Lane> lanes = new HashMap<>();
  private final Executor workers;
  private final int running;
  private final int waiting;

  @Inject
  OperationQueue(ExecutorService workers, LimitsConfig limits) {
    this(workers, limits.running(), limits.waiting());
  }

  OperationQueue(Executor workers, int running, int waiting) {
    this.workers = workers;
    this.running = running;
    this.waiting = waiting;
  }

  /**
   * Has an operation run, now or when its caller's others have ended.
   *
   * @param operation throws nothing
   * @param overload told when no thread is left for it after all
   * @throws RequestException when too many of the caller's wait already
   */
  void submit(String caller, Runnable operation, Runnable overload) {
    Runnable task = () -> execute(caller, operation, overload);
    synchronized (this) {
      Lane lane = lanes.computeIfAbsent(caller, key -> new Lane());
      if (lane.running == running) {
        if (lane.waiting.size() == waiting) {
          throw rateLimited();
        }
        lane.waiting.add(task);
        return;
      }
      lane.running++;
    }
    task.run();
  }

  /**
   * Counts an operation that runs elsewhere; {@link #exit} ends it.
   *
   * @throws RequestException when as many of the caller's are running as may
   */
  synchronized void enter(String caller) {
    Lane lane = lanes.computeIfAbsent(caller, key -> new Lane());
    if (lane.running == running) {
      throw rateLimited();
    }
    lane.running++;
  }

  /** Ends an operation, and has the caller's next one run. */
  void exit(String caller) {
    Runnable next;
    synchronized (this) {
      Lane lane = lanes.get(caller);
      next = lane.waiting.poll();
      if (next == null && --lane.running == 0) {
        lanes.remove(caller);
      }
    }
    if (next != null) {
      next.run();
    }
  }

  private void execute(String caller, Runnable operation, Runnable overload) {
    try {
      workers.execute(
          () -> {
            try {
              operation.run();
            } finally {
              exit(caller);
            }
          });
    } catch (RejectedExecutionException e) {
      try {
        overload.run();
      } finally {
        exit(caller);
      }
    }
  }

  private static RequestException rateLimited() {
    return new RequestException(
        ErrorCode.RATE_LIMITED, "Too many of your operations are in flight; try again");
  }

  /** How many callers have operations in flight. */
  synchronized int callers() {
    return lanes.size();
  }
}
