package dev.prepgraph.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** The connection of a client that does not read. */
public final class ClientConnection {

  private static final long CANCEL = 8; // of HTTP/2

  private ClientConnection() {}

  /**
   * Aborts the HTTP/2 stream, or else the connection, and drops what is queued for the client.
   * Closing the connection by the public API would wait until the client has read all of that.
   */
  public static void abort(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset(CANCEL);
    } else {
      ((ConnectionBase) request.connection()).channel().close();
    }
  }
}
