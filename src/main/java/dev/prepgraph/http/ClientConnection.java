package dev.prepgraph.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Disconnects clients that send or read too slowly. */
public final class ClientConnection {

  private static final long CANCEL = 8; // of HTTP/2

  private ClientConnection() {}

  /** Closes the HTTP/2 stream or the connection, after the data already written. */
  public static void close(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset(0);
    } else {
      request.connection().close();
    }
  }

  /**
   * Aborts the HTTP/2 stream or the connection and drops its queued data. Vert.x's public API, and
   * closing the channel, would first wait until the client has read it or closed its WebSocket.
   */
  public static void abort(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset(CANCEL);
    } else {
      ((ConnectionBase) request.connection()).channelHandlerContext().close();
    }
  }
}
