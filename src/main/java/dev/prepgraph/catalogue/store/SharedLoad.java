package dev.prepgraph.catalogue.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One load for all threads that ask for the same key at the same time. They share its result, and
 * its failure during an outage: retrying in turn would block every worker thread for minutes.
 */
final class SharedLoad {

  /** PostgreSQL's query_canceled: the request that loaded ended, not the database. */
  private static final String CANCELED = "57014";

  private SharedLoad() {}

  /**
   * Returns the loaded value, or waits for the running load.
   *
   * @param register stores the given future where others find it, unless one is there already; it
   *     returns the future that is there
   * @param loader runs in this thread, if its future is the one that was registered
   */
  static <T> T get(
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
