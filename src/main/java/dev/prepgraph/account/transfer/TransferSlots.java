package dev.prepgraph.account.transfer;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits the concurrent exports or imports in the database to a few, and to one per account;
 * clients occupy no slot while they send or receive.
 */
final class TransferSlots {

  private static final int MAX_RUNNING = 2;
  private static final int TIMEOUT_SECONDS = 5;

  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(MAX_RUNNING, true);

  /**
   * Works in a slot; rejects the request when the account occupies one or none becomes free in
   * time.
   */
  <T> T run(String account, Supplier<T> work) {
    if (!busy.add(account)) {
      throw new RequestException(
          ErrorCode.RATE_LIMITED, "Another transfer of this account is running; try again");
    }
    try {
      if (!free.tryAcquire(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new RequestException(
            ErrorCode.UNAVAILABLE, "Too many exports or imports are running; try again");
      }
      try {
        return work.get();
      } finally {
        free.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RequestException(ErrorCode.UNAVAILABLE, "The service is shutting down; try again");
    } finally {
      busy.remove(account);
    }
  }
}
