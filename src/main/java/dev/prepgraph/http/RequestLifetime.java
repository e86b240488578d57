package dev.prepgraph.http;

import dev.prepgraph.common.error.RequestException;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.ArrayList;
import java.util.List;

/**
 * Releases the resources of a request exactly once, when its response is sent or its client has
 * disconnected. Thread-safe; may also be used after the end.
 */
public final class RequestLifetime {

  private static final String KEY = RequestLifetime.class.getName();

  private final List<Runnable> actions = new ArrayList<>();
  private final RoutingContext http;
  private final HttpMemory memory;
  private HttpMemory.Share body;
  private boolean ended;

  private RequestLifetime(RoutingContext http, HttpMemory memory) {
    this.http = http;
    this.memory = memory;
  }

  /** Starts the lifetime; must run before anything can end the request. */
  static RequestLifetime start(RoutingContext http, HttpMemory memory) {
    var lifetime = new RequestLifetime(http, memory);
    http.put(KEY, lifetime);
    http.addEndHandler(sent -> lifetime.end());
    return lifetime;
  }

  /** The lifetime of a request that {@link RequestGuard} has admitted. */
  public static RequestLifetime of(RoutingContext http) {
    return http.get(KEY);
  }

  /** Runs an action at the end; at once when the request has ended. */
  public void onEnd(Runnable action) {
    synchronized (this) {
      if (!ended) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }

  private void end() {
    List<Runnable> due;
    synchronized (this) {
      ended = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  /**
   * Reserves memory for the body until the end of the request.
   *
   * @param max its maximal length
   * @param evict rejects the request; may run on any thread
   * @return whether enough memory is left
   */
  boolean reserve(long max, Runnable evict) {
    body = memory.request(max, evict);
    if (body != null) {
      onEnd(body::release);
    }
    return body != null;
  }

  /**
   * Reserves memory for a message of an upgraded request.
   *
   * @return releases it
   * @throws RequestException if not enough is left
   */
  public Runnable reserveMessage(long bytes) {
    HttpMemory.Share message = memory.request(bytes, () -> {});
    if (message == null) {
      throw RequestException.overloaded();
    }
    message.pin(bytes);
    return message::release;
  }

  /**
   * Marks the request as no longer waiting for its client to send.
   *
   * @param bytes of the body in memory
   */
  public void bodyArrived(long bytes) {
    if (body != null) {
      body.pin(bytes);
    }
  }

  /** Releases the body of a request that stays open without it. */
  public void bodyConsumed() {
    ((RoutingContextInternal) http).setBody(null);
    if (body != null) {
      body.release();
    }
  }

  /** Accounts for a response until its client, which may be slow, has read it. */
  public void responding(long bytes, Future<Void> sent) {
    if (!sent.isComplete()) {
      HttpMemory.Share response =
          memory.response(bytes, () -> ClientConnection.abort(http.request()));
      sent.onComplete(done -> response.release());
    }
  }

  /** Closes the connection or the HTTP/2 stream, after the data already written. */
  void disconnect() {
    ClientConnection.close(http.request());
  }
}
