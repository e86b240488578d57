package dev.prepgraph.common.limits;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Shares one load among all threads that request a key at the same time, with its result and,
 * during an outage, its failure: successive retries would block every worker thread for minutes.
 */
public final class SharedLoad {

  /** SQLSTATE query_canceled: the request that loaded ended, not the database. */
  private static final String CANCELED = "57014";

  private SharedLoad() {}

  /**
   * Loads the value, or waits for the running load.
   *
   * @param register registers the given future unless there is one; returns the registered one
   * @param loader runs in this thread if its future was registered
   */
  public static <T> T get(
      Function<CompletableFuture<T>, CompletableFuture<T>> register, Supplier<T> loader) {
    CompletableFuture<T> own = new CompletableFuture<>();
    CompletableFuture<T> registered = register.apply(own);
    return registered == own ? load(own, loader) : await(registered, loader);
  }

  private static <T> T load(CompletableFuture<T> own, Supplier<T> loader) {
    try {
      T loaded = loader.get();
      own.complete(loaded);
      return loaded;
    } catch (Throwable e) {
      own.completeExceptionally(e);
      throw e;
    }
  }

  private static <T> T await(CompletableFuture<T> others, Supplier<T> loader) {
    try {
      return others.get();
    } catch (CancellationException e) { // of the other request only
      return loader.get();
    } catch (ExecutionException e) {
      if (isOutage(e)) {
        throw new IllegalStateException("A load by another request failed", e.getCause());
      }
      return loader.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return !CANCELED.equals(sql.getSQLState());
      }
    }
    return false;
  }
}
