package dev.prepgraph.http.stream;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.http.ClientConnection;
import dev.prepgraph.http.OperationExecution;
import dev.prepgraph.http.RequestLifetime;
import dev.prepgraph.http.ResponseWriter;
import dev.prepgraph.http.partner.PartnerGate;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The response with the results of one operation as server-sent events. */
final class EventStream implements ResultSink {

  private static final String TYPE = "text/event-stream; charset=utf-8";
  // No buffers: a native image cannot have them among its constants.
  private static final String PING = ":\n\n";
  private static final String COMPLETE = "event: complete\ndata: \n\n";
  private static final byte[] BEGIN = "event: next\ndata: ".getBytes(StandardCharsets.US_ASCII);
  private static final long CLOSE_MILLIS = 3_000;

  private final RoutingContext http;
  private final SecurityIdentity caller;
  private final Context context;
  private final HttpServerResponse response;
  private StreamLife life;
  private volatile Operation operation;

  EventStream(RoutingContext http, SecurityIdentity caller) {
    this.http = http;
    this.caller = caller;
    this.context = http.vertx().getOrCreateContext();
    this.response = http.response();
  }

  void start(Operations operations, GraphQLRequest request, Clock clock, Duration keepAlive) {
    var client = new OperationExecution.Caller(http, caller);
    operation = operations.create(client, request, this);
    if (http.request().version() != HttpVersion.HTTP_2) {
      response.setChunked(true);
    }
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .putHeader(HttpHeaders.VARY, "Accept, Authorization, Origin, " + PartnerGate.HEADER)
        .putHeader("X-Accel-Buffering", "no"); // of nginx
    life =
        new StreamLife(
            http.vertx(),
            clock,
            keepAlive,
            () -> operations.executions.isForbidden(client),
            this::ping,
            this::end);
    if (caller != null) {
      life.identify(caller);
    }
    RequestLifetime.of(http)
        .onEnd(
            () -> {
              life.stop();
              operation.abandon();
            });
    response.drainHandler(drained -> operation.proceed());
    ping();
    operation.start();
  }

  private void ping() {
    write(Buffer.buffer(PING)).onSuccess(written -> life.alive());
  }

  private void end(StreamLife.End reason) {
    switch (reason) {
      case EXPIRED -> end(ResponseError.of(ErrorCode.UNAUTHENTICATED, "The token has expired"));
      case FORBIDDEN -> end(ResponseError.of(ErrorCode.FORBIDDEN, StreamLife.ACCESS_ENDED));
      case IDLE -> ClientConnection.abort(http.request());
    }
  }

  /** Ends the stream without its completion, so that the client reconnects. */
  void shutdown() {
    context.runOnContext(
        now -> {
          if (operation != null && operation.end()) {
            finish();
          }
        });
  }

  @Override
  public boolean mayMutate() {
    return http.request().method() == HttpMethod.POST;
  }

  @Override
  public void consumed() {
    RequestLifetime.of(http).bodyConsumed();
  }

  @Override
  public Buffer encode(Map<String, Object> result) {
    return Buffer.buffer()
        .appendBytes(BEGIN)
        .appendBuffer(ResponseWriter.json(result))
        .appendString("\n\n");
  }

  @Override
  public void next(Buffer result) {
    RequestLifetime.of(http).responding(result.length(), write(result));
  }

  @Override
  public void reject(List<ResponseError> errors) {
    next(encode(Map.of("errors", errors)));
    complete();
  }

  @Override
  public void complete() {
    write(Buffer.buffer(COMPLETE));
    finish();
  }

  @Override
  public void end(ResponseError reason) {
    if (operation.end()) {
      reject(List.of(reason));
    }
  }

  @Override
  public boolean isFull() {
    return response.closed() || response.ended() || response.writeQueueFull();
  }

  private Future<Void> write(Buffer events) {
    return response.closed() || response.ended()
        ? Future.failedFuture("The stream has ended")
        : response.write(events);
  }

  /** Disconnects a client that does not read the end. */
  private void finish() {
    if (!response.closed() && !response.ended()) {
      Future<Void> sent = response.end();
      http.vertx()
          .setTimer(
              CLOSE_MILLIS,
              id -> {
                if (!sent.isComplete()) {
                  ClientConnection.abort(http.request());
                }
              });
    }
  }
}
