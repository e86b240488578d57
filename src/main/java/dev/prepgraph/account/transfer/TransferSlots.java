package dev.prepgraph.account.transfer;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits the exports or imports that use the database at a time: to a few, and to one per account.
 * Clients occupy no slot while they send or receive.
 */
final class TransferSlots {

  private static final int AT_A_TIME = 2;
  private static final int PATIENCE_SECONDS = 5;

  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(AT_A_TIME, true);

  /**
   * Works in a slot; rejects the request when the account occupies one or none becomes free in
   * time.
   */
  <T> T run(String account, Supplier<T> work) {
    if (!busy.add(account)) {
      throw new RequestException(
          ErrorCode.RATE_LIMITED, "This account is being exported or imported already; try again");
    }
    try {
      if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new RequestException(
            ErrorCode.UNAVAILABLE, "Too many accounts are being exported or imported; try again");
      }
      try {
        return work.get();
      } finally {
        free.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RequestException(ErrorCode.UNAVAILABLE, "The service is being stopped; try again");
    } finally {
      busy.remove(account);
    }
  }
}
