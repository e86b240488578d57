package dev.prepgraph.viewer;

import dev.prepgraph.graphql.ErrorCode;
import dev.prepgraph.graphql.RequestException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Leaves some of the pool's connections to the catalogue. Whoever reads private data keeps a
 * connection while reading from the catalogue with another: if all were kept so, everybody would
 * wait for everybody.
 */
@ApplicationScoped
class TransactionSlots {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Semaphore free;

  TransactionSlots(
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "50") int pool) {
    this.free = new Semaphore(Math.max(1, (pool - 1) * 2 / 3));
  }

  /**
   * Takes a place in the pool.
   *
   * @throws RequestException when there is none for a while
   */
  void acquire() {
    try {
      if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RequestException(
            ErrorCode.UNAVAILABLE, "Too many users are being served; try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RequestException(ErrorCode.UNAVAILABLE, "The service is being stopped; try again");
    }
  }

  void release() {
    free.release();
  }
}
