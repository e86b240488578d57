package dev.prepgraph.execution;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Ends the process after an error of the JVM that leaves it in no known state, such as an exhausted
 * heap: whatever runs replicas starts a new one. An exhausted stack is given back, and is none of
 * these.
 */
@ApplicationScoped
class FatalErrors {

  private static final Logger LOG = Logger.getLogger(FatalErrors.class);
  private static final int EXIT_CODE = 3;

  /** Time for the responses that tell of it. */
  private static final long GRACE_MILLIS = 500;

  static volatile IntConsumer halt = Runtime.getRuntime()::halt;

  /** Also sees what fails outside of requests. */
  void register(@Observes StartupEvent start, Vertx vertx) {
    vertx.exceptionHandler(
        failure -> {
          LOG.error("Uncaught exception on an event loop", failure);
          check(failure);
        });
  }

  /** Ends the process soon when a failure is, or comes from, a fatal error. */
  static void check(Throwable failure) {
    boolean fatal =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(e -> e instanceof VirtualMachineError && !(e instanceof StackOverflowError));
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
