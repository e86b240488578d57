package dev.prepgraph.http;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.LimitsConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs operations on worker threads, a few of each caller at a time; further ones wait without a
 * thread. Clients behind one address are one caller: their operations wait in flows by document,
 * served round robin, and the longest flow loses one when too many wait (stochastic fairness
 * queueing, McKenney 1990).
 */
@Singleton
public class OperationQueue {

  private record Task(Runnable operation, Consumer<RequestException> rejected) {}

  /** The running and waiting operations of one caller. */
  private static final class Lane {
    private final Map<Object, Deque<Task>> flows = new LinkedHashMap<>();
    private int waiting;
    private int running;

    private void add(Object flow, Task task) {
      flows.computeIfAbsent(flow, key -> new ArrayDeque<>()).add(task);
      waiting++;
    }

    /** Removes the next operation in round robin; null when none waits. */
    private Task poll() {
      if (waiting == 0) {
        return null;
      }
      Object flow = flows.keySet().iterator().next();
      Deque<Task> tasks = flows.remove(flow);
      Task next = tasks.poll();
      if (!tasks.isEmpty()) {
        flows.put(flow, tasks);
      }
      waiting--;
      return next;
    }

    private boolean remove(Object flow, Task task) {
      Deque<Task> tasks = flows.get(flow);
      if (tasks == null || !tasks.remove(task)) {
        return false;
      }
      if (tasks.isEmpty()) {
        flows.remove(flow);
      }
      waiting--;
      return true;
    }

    /** Removes the newest operation of the longest flow, perhaps the one just added. */
    private Task shed() {
      Map.Entry<Object, Deque<Task>> longest =
          flows.entrySet().stream()
              .max(Comparator.comparingInt(flow -> flow.getValue().size()))
              .orElseThrow();
      Task shed = longest.getValue().removeLast();
      if (longest.getValue().isEmpty()) {
        flows.remove(longest.getKey());
      }
      waiting--;
      return shed;
    }
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
   * Runs an operation, now or after others of its caller.
   *
   * @param flow key of the operations that share a turn
   * @param operation must not throw
   * @param rejected gets the reason when too many of the caller's wait or no thread is left
   * @return withdraws the operation; returns false, without effect, unless it still waits
   */
  public BooleanSupplier submit(
      String caller, Object flow, Runnable operation, Consumer<RequestException> rejected) {
    Task submitted = new Task(operation, rejected);
    Task task = submitted;
    Task shed = null;
    synchronized (this) {
      Lane lane = lanes.computeIfAbsent(caller, key -> new Lane());
      if (lane.running == running) {
        lane.add(flow, task);
        task = null;
        if (lane.waiting > waiting) {
          shed = lane.shed();
        }
      } else {
        lane.running++;
      }
    }
    if (task != null) {
      execute(caller, task);
    }
    if (shed != null) {
      shed.rejected().accept(rateLimited());
    }
    return () -> withdraw(caller, flow, submitted);
  }

  private synchronized boolean withdraw(String caller, Object flow, Task task) {
    Lane lane = lanes.get(caller);
    return lane != null && lane.remove(flow, task);
  }

  /** Counts an operation that runs on another thread; {@link #exit} ends it. */
  synchronized void enter(String caller) {
    Lane lane = lanes.computeIfAbsent(caller, key -> new Lane());
    if (lane.running == running) {
      throw rateLimited();
    }
    lane.running++;
  }

  /** Ends an operation and starts the caller's next one. */
  void exit(String caller) {
    Task next;
    synchronized (this) {
      Lane lane = lanes.get(caller);
      next = lane.poll();
      if (next == null && --lane.running == 0) {
        lanes.remove(caller);
      }
    }
    if (next != null) {
      execute(caller, next);
    }
  }

  private void execute(String caller, Task task) {
    try {
      workers.execute(
          () -> {
            try {
              task.operation().run();
            } finally {
              exit(caller);
            }
          });
    } catch (RejectedExecutionException e) {
      try {
        task.rejected().accept(RequestException.overloaded());
      } finally {
        exit(caller);
      }
    }
  }

  private static RequestException rateLimited() {
    return new RequestException(
        ErrorCode.RATE_LIMITED, "Too many of your operations are in flight; try again");
  }

  /** Number of callers with operations in flight. */
  public synchronized int callers() {
    return lanes.size();
  }
}
