package dev.prepgraph.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Releases what a request holds exactly once: when its response is sent or its client has gone. To
 * be used on any thread, also when that has happened already.
 */
final class RequestLifetime {

  /** How a request ends. */
  enum End {
    ANSWERED,
    CLIENT_GONE
  }

  private static final String KEY = RequestLifetime.class.getName();

  private final List<Consumer<End>> actions = new ArrayList<>();
  private final RoutingContext http;
  private final HttpMemory memory;
  private HttpMemory.Share body;
  private End end;

  private RequestLifetime(RoutingContext http, HttpMemory memory) {
    this.http = http;
    this.memory = memory;
  }

  /** Follows a request; to be called before anything else can end it. */
  static RequestLifetime start(RoutingContext http, HttpMemory memory) {
    var lifetime = new RequestLifetime(http, memory);
    http.put(KEY, lifetime);
    http.addEndHandler(sent -> lifetime.finish(sent.succeeded() ? End.ANSWERED : End.CLIENT_GONE));
    return lifetime;
  }

  /** The lifetime of a request that {@link RequestGuard} has let in. */
  static RequestLifetime of(RoutingContext http) {
    return http.get(KEY);
  }

  /** Does something at the end; at once where that was before. */
  void onEnd(Consumer<End> action) {
    synchronized (this) {
      if (end == null) {
        actions.add(action);
        return;
      }
    }
    action.accept(end);
  }

  private void finish(End how) {
    List<Consumer<End>> due;
    synchronized (this) {
      if (end != null) {
        return;
      }
      end = how;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(action -> action.accept(how));
  }

  /**
   * Reserves memory for the body, to the end of the request.
   *
   * @param most how long it can be
   * @param evict rejects the request; may be called on any thread
   * @return whether there is memory left
   */
  boolean reserve(long most, Runnable evict) {
    body = memory.request(most, evict);
    if (body != null) {
      onEnd(how -> body.release());
    }
    return body != null;
  }

  /**
   * Tells that the service no longer waits for the client to send.
   *
   * @param bytes how much of the body is in memory
   */
  void bodyArrived(long bytes) {
    if (body != null) {
      body.pin(bytes);
    }
  }

  /** Tells of a response that its client may be slow to read. */
  void responding(long bytes, Future<Void> sent) {
    if (!sent.isComplete()) {
      HttpMemory.Share response =
          memory.response(bytes, () -> ClientConnection.abort(http.request()));
      sent.onComplete(how -> response.release());
    }
  }

  /** Ends the connection, or the HTTP/2 stream. What was written before is still sent. */
  void disconnect() {
    if (http.request().version() == HttpVersion.HTTP_2) {
      http.response().reset(0);
    } else {
      http.request().connection().close();
    }
  }
}
