package dev.prepgraph.http.stream;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;

/**
 * Ends requests that became WebSockets. Vert.x calls no handler of theirs after the handshake, so
 * that Quarkus's graceful shutdown would count them as running and wait for its whole timeout.
 */
@RegisterForReflection(targets = QuarkusRequestWrapper.class)
final class UpgradedRequest {

  /** Not public; all public ways to it are handlers that Vert.x does not call. */
  private static final Method DONE = done();

  private UpgradedRequest() {}

  private static Method done() {
    try {
      Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
      done.setAccessible(true);
      return done;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Idempotent. */
  static void end(HttpServerRequest request) {
    // Quarkus wraps requests only where something counts or logs them.
    if (request.getCookie(QuarkusRequestWrapper.FAKE_COOKIE_NAME)
        instanceof QuarkusRequestWrapper.QuarkusCookie cookie) {
      try {
        DONE.invoke(cookie.getRequestWrapper());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
