package dev.prepgraph.common.limits;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Stops the work of one request, and its running SQL statement, when its response is no longer
 * needed. Work checks it before each field and each statement; a commit is never interrupted.
 */
public final class Cancellation {

  private static final Logger LOG = Logger.getLogger(Cancellation.class);
  private static final ThreadLocal<Cancellation> CURRENT = new ThreadLocal<>();

  private final Set<PGConnection> connections = new HashSet<>();
  private volatile boolean cancelled;
  private volatile long prolongedUntil = System.nanoTime();
  private boolean committing;

  /** Runs work on this thread, unless it is cancelled already. */
  public void run(Runnable work) {
    if (cancelled) {
      return;
    }
    CURRENT.set(this);
    try {
      work.run();
    } finally {
      CURRENT.remove();
    }
  }

  /**
   * Checks whether the work of this thread is still wanted.
   *
   * @throws CancellationException when it is not
   */
  public static void check() {
    Cancellation current = CURRENT.get();
    if (current != null && current.cancelled) {
      throw new CancellationException();
    }
  }

  /** Gives the work of this thread more time from now on than the time limit of its request. */
  public static void prolong(Duration time) {
    Cancellation current = CURRENT.get();
    if (current != null) {
      current.prolongedUntil = System.nanoTime() + time.toNanos();
    }
  }

  /** The rest of the time that the work was given; not positive if it was given none. */
  public long prolongedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(prolongedUntil - System.nanoTime());
  }

  /**
   * Checks for the last time before a commit, which is not broken off; {@link #endCommit} follows.
   *
   * @throws CancellationException when the work of this thread is cancelled
   */
  public static void beginCommit() {
    Cancellation current = CURRENT.get();
    if (current != null) {
      synchronized (current) {
        check();
        current.committing = true;
      }
    }
  }

  /** Ends the commit, after which the work can be cancelled again. */
  public static void endCommit() {
    Cancellation current = CURRENT.get();
    if (current != null) {
      synchronized (current) {
        current.committing = false;
      }
    }
  }

  /** Stops the work at its next check; returns whether it may be waiting for the database. */
  public synchronized boolean cancel() {
    cancelled = true;
    return !connections.isEmpty();
  }

  /**
   * Cancels the running statements; blocks until the database has the cancellation, and keeps the
   * connections from other work until then.
   */
  public synchronized void cancelStatements() {
    if (committing) {
      return;
    }
    for (PGConnection connection : connections) {
      try {
        connection.cancelQuery();
      } catch (SQLException e) {
        LOG.debugf("A statement could not be cancelled: %s", e.getMessage());
      }
    }
  }

  /** The cancellation of the work on this thread, or null. */
  static Cancellation current() {
    return CURRENT.get();
  }

  synchronized void uses(PGConnection connection) {
    connections.add(connection);
  }

  synchronized void returns(PGConnection connection) {
    connections.remove(connection);
  }
}
