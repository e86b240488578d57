package dev.prepgraph.account;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the pool's connections for private data, in total and per user, because such a request may
 * need a second connection for the catalogue, and the writes of one user wait for each other.
 */
@ApplicationScoped
class TransactionSlots {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final int PER_USER = 3;

  /** The slots of one user, removed when nobody holds or awaits one. */
  private static final class UserSlots {
    private final Semaphore free = new Semaphore(PER_USER);
    private int references;
  }

  private final Semaphore free;
  private final Map<String, UserSlots> users = new ConcurrentHashMap<>();

  TransactionSlots(
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "50") int pool) {
    this.free = new Semaphore(Math.max(1, (pool - 1) * 2 / 3));
  }

  /** Acquires a slot until {@link #release}; rejects the request after a timeout. */
  void acquire(Caller user) {
    String key = key(user);
    UserSlots own =
        users.compute(
            key,
            (k, known) -> {
              UserSlots slots = known == null ? new UserSlots() : known;
              slots.references++;
              return slots;
            });
    boolean acquired = false;
    boolean ownAcquired = false;
    try {
      long deadline = System.nanoTime() + TIMEOUT.toNanos();
      ownAcquired = own.free.tryAcquire(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
      acquired = ownAcquired && free.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RequestException(ErrorCode.UNAVAILABLE, "The service is shutting down; try again");
    } finally {
      if (!acquired) {
        leave(key, ownAcquired);
      }
    }
    if (!acquired) {
      throw ownAcquired
          ? RequestException.overloaded()
          : new RequestException(
              ErrorCode.UNAVAILABLE, "Too many requests of this account are running; try again");
    }
  }

  void release(Caller user) {
    free.release();
    leave(key(user), true);
  }

  private void leave(String key, boolean hasSlot) {
    users.computeIfPresent(
        key,
        (k, slots) -> {
          if (hasSlot) {
            slots.free.release();
          }
          slots.references--;
          return slots.references == 0 ? null : slots;
        });
  }

  private static String key(Caller user) {
    return user.issuer() + ' ' + user.subject();
  }

  /** Number of users that hold or await a slot. */
  int users() {
    return users.size();
  }
}
