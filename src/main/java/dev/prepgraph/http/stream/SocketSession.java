package dev.prepgraph.http.stream;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.http.Authentication;
import dev.prepgraph.http.ClientConnection;
import dev.prepgraph.http.OperationExecution;
import dev.prepgraph.http.RequestLifetime;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** A WebSocket, from its handshake to its end, by the protocol {@code graphql-transport-ws}. */
final class SocketSession {

  static final String KEY = SocketSession.class.getName();

  private static final Logger LOG = Logger.getLogger(SocketSession.class);

  /** A client that does not answer a close frame is disconnected. */
  private static final long CLOSE_MILLIS = 3_000;

  private enum State {
    NEW,
    AUTHENTICATING,
    READY,
    CLOSED
  }

  private final WebSocketRoute route;
  private final RoutingContext http;
  final Map<String, Operation> operations = new ConcurrentHashMap<>();
  private final Context context;
  private ServerWebSocket socket;
  private boolean restarting;
  private StreamRegistry.Place place;
  private StreamLife life;
  private OperationExecution.Caller client;
  private final PingLimit pings = new PingLimit();
  private long initTimer;
  private volatile State state = State.NEW;

  /** On the event loop of the request. */
  SocketSession(WebSocketRoute route, RoutingContext http) {
    this.route = route;
    this.http = http;
    this.context = http.vertx().getOrCreateContext();
  }

  void start(ServerWebSocket accepted, StreamRegistry.Place taken) {
    socket = accepted;
    place = taken;
    life =
        new StreamLife(
            http.vertx(),
            route.clock(),
            route.config().keepAlive(),
            () -> client != null && route.operations().executions.isForbidden(client),
            () -> socket.writePing(Buffer.buffer()),
            this::end);
    initTimer =
        http.vertx()
            .setTimer(
                route.config().initTime().toMillis(),
                id -> close(CloseCode.INIT_TIMEOUT, "Connection initialisation timeout"));
    socket.closeHandler(closed -> closed());
    socket.exceptionHandler(this::failed);
    socket.frameHandler(
        frame -> {
          if (frame.isPing() && pings.isExceeded(System.nanoTime())) {
            ClientConnection.abort(http.request());
          }
        });
    socket.pongHandler(
        pong -> {
          if (!isFull()) {
            life.alive();
          }
        });
    socket.drainHandler(drained -> drained());
    socket.binaryMessageHandler(message -> close(CloseCode.BAD_REQUEST, "Send text messages"));
    socket.textMessageHandler(this::receive);
    if (restarting) {
      shutdown();
    }
  }

  /** Closes the socket, or after its handshake. On the event loop, as a start may run meanwhile. */
  void shutdown() {
    context.runOnContext(
        now -> {
          restarting = true;
          if (socket != null) {
            close(CloseCode.GOING_AWAY, "The service restarts");
          }
        });
  }

  private void end(StreamLife.End reason) {
    switch (reason) {
      case EXPIRED -> close(CloseCode.FORBIDDEN, "The token has expired");
      case FORBIDDEN -> close(CloseCode.FORBIDDEN, StreamLife.ACCESS_ENDED);
      case IDLE -> ClientConnection.abort(http.request());
    }
  }

  /** Frames of a message that is too large; the connection closes after other failures anyway. */
  private void failed(Throwable failure) {
    LOG.debugf(failure, "A WebSocket failed");
    close(CloseCode.TOO_BIG, "The message is too large");
  }

  private void drained() {
    life.alive();
    socket.resume();
    operations.values().forEach(Operation::proceed);
  }

  private void receive(String text) {
    if (state == State.CLOSED) {
      return;
    }
    life.alive();
    try {
      handle(SocketMessage.of(text), text.length());
    } catch (RequestException e) {
      close(CloseCode.BAD_REQUEST, e.getMessage());
    }
    if (state != State.CLOSED && isFull()) {
      socket.pause();
    }
  }

  private void handle(SocketMessage message, int length) {
    switch (message.type()) {
      case CONNECTION_INIT -> {
        if (state == State.NEW) {
          message.copyHeaders(http.request().headers());
          authenticate();
        } else {
          close(CloseCode.SECOND_INIT, "Too many initialisation requests");
        }
      }
      case PING -> write(new SocketMessage(SocketMessage.Type.PONG, null, null).print());
      case SUBSCRIBE -> {
        if (state == State.READY) {
          subscribe(message, length);
        } else {
          close(CloseCode.UNAUTHORIZED, "Unauthorized");
        }
      }
      case COMPLETE -> {
        Operation ended = operations.remove(message.id());
        if (ended != null) {
          ended.abandon();
        }
      }
      default -> {
        // a pong
      }
    }
  }

  private void authenticate() {
    state = State.AUTHENTICATING;
    route
        .authentication()
        .identify(
            http,
            identity -> onContext(() -> acknowledge(identity)),
            error -> onContext(() -> refuse(error)));
  }

  /** Without delay for an anonymous client, which may not wait for the acknowledgement. */
  private void onContext(Runnable action) {
    if (Authentication.isAnonymous(http)) {
      action.run();
    } else {
      context.runOnContext(now -> action.run());
    }
  }

  private void refuse(ResponseError error) {
    boolean unavailable = error.code() == ErrorCode.UNAVAILABLE;
    close(
        unavailable ? CloseCode.TRY_AGAIN_LATER : CloseCode.FORBIDDEN,
        unavailable ? error.message() : "Forbidden");
  }

  private void acknowledge(SecurityIdentity caller) {
    if (state != State.AUTHENTICATING) {
      return;
    }
    if (caller != null) {
      try {
        place.identify(caller);
      } catch (RequestException e) {
        close(CloseCode.TRY_AGAIN_LATER, e.getMessage());
        return;
      }
      life.identify(caller);
    }
    http.vertx().cancelTimer(initTimer);
    client = new OperationExecution.Caller(http, caller);
    state = State.READY;
    write(new SocketMessage(SocketMessage.Type.CONNECTION_ACK, null, null).print());
  }

  private void subscribe(SocketMessage message, int length) {
    String id = message.id();
    if (operations.containsKey(id)) {
      close(CloseCode.DUPLICATE_ID, "Subscriber already exists");
      return;
    }
    Runnable release = () -> {};
    try {
      route.operations().check(client, operations.size());
      release = RequestLifetime.of(http).reserveMessage(length);
      SocketResults results = new SocketResults(this, id, release);
      Operation operation = route.operations().create(client, message.request(), results);
      operations.put(id, operation);
      operation.start();
    } catch (RequestException e) {
      release.run();
      write(new SocketMessage(SocketMessage.Type.ERROR, id, List.of(Errors.of(e))).print());
    }
  }

  /**
   * Frees the id of an operation that has ended; returns false when its client has freed it already
   * and may use it for another one.
   */
  boolean finished(SocketResults results) {
    Operation ended = operations.get(results.id());
    return ended != null && ended.writesTo(results) && operations.remove(results.id(), ended);
  }

  void erased(ResponseError reason) {
    context.runOnContext(now -> close(CloseCode.UNAUTHORIZED, reason.message()));
  }

  /** Whether the client reads too slowly, or no more; Vert.x rejects the question then. */
  boolean isFull() {
    return state == State.CLOSED || socket.isClosed() || socket.writeQueueFull();
  }

  void write(Buffer message) {
    if (state != State.CLOSED && !socket.isClosed()) {
      RequestLifetime.of(http)
          .responding(message.length(), socket.writeTextMessage(message.toString()));
    }
  }

  private void close(int code, String reason) {
    if (state != State.CLOSED) {
      stop();
      socket.close((short) code, reason);
      http.vertx()
          .setTimer(
              CLOSE_MILLIS,
              id -> {
                if (place.isOpen()) {
                  ClientConnection.abort(http.request());
                }
              });
    }
  }

  private void closed() {
    stop();
    place.release();
    UpgradedRequest.end(http.request());
  }

  private void stop() {
    state = State.CLOSED;
    life.stop();
    http.vertx().cancelTimer(initTimer);
    operations.values().forEach(Operation::abandon);
    operations.clear();
  }
}
