package dev.prepgraph.execution;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * Ends the process after a fatal error of the JVM, such as an exhausted heap, so that the platform
 * starts a new one. A stack overflow is not fatal: the thread unwinds.
 */
@ApplicationScoped
class FatalErrors {

  private static final Logger LOG = Logger.getLogger(FatalErrors.class);
  private static final int EXIT_CODE = 3;

  /** Lets responses with the error leave. */
  private static final long GRACE_MILLIS = 500;

  static volatile IntConsumer halt = Runtime.getRuntime()::halt;

  /** Covers failures outside of requests. */
  void register(@Observes StartupEvent start, Vertx vertx) {
    vertx.exceptionHandler(
        failure -> {
          LOG.error("Uncaught exception on an event loop", failure);
          check(failure);
        });
  }

  /** Ends the process soon when a failure is, or is caused by, a fatal error. */
  static void check(Throwable failure) {
    boolean fatal =
        Errors.anyCause(
            failure, e -> e instanceof VirtualMachineError && !(e instanceof StackOverflowError));
    if (fatal) {
      try {
        Thread end = new Thread(FatalErrors::end, "fatal-error");
        end.setDaemon(true);
        end.start();
      } catch (VirtualMachineError e) {
        halt.accept(EXIT_CODE);
      }
    }
  }

  private static void end() {
    try {
      LOG.fatal("The process ends after a fatal error of the JVM");
      TimeUnit.MILLISECONDS.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      halt.accept(EXIT_CODE);
    }
  }
}
