package dev.prepgraph.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/**
 * Limits of the request line and the headers. They are below those of the server itself ({@code
 * quarkus.http.limits}), which responds without a body and without CORS headers, because Quarkus
 * does not expose {@code HttpServer.invalidRequestHandler}.
 */
final class RequestHead {

  /** Octets of the request line without its end. */
  static final int MAX_LINE = 16 << 10;

  static final int MAX_HEADERS = 16 << 10;
  static final int MAX_HEADER_COUNT = 200;

  /** Spaces and the protocol version of a request line. */
  private static final int LINE_OVERHEAD = "  HTTP/1.1".length();

  /** Colon, space and line end of a header. */
  private static final int HEADER_OVERHEAD = 4;

  /** A violated limit. */
  enum Excess {
    LINE(
        414,
        "The request line must have at most %d bytes; send the document by POST or by its id"
            .formatted(MAX_LINE)),
    HEADERS(
        431,
        "The headers must have at most %d bytes and %d fields"
            .formatted(MAX_HEADERS, MAX_HEADER_COUNT));

    private final int status;
    private final String message;

    Excess(int status, String message) {
      this.status = status;
      this.message = message;
    }

    int status() {
      return status;
    }

    String message() {
      return message;
    }
  }

  private RequestHead() {}

  /** The limit that a request violates, or null. */
  static Excess excess(HttpServerRequest request) {
    int line = request.method().name().length() + request.uri().length() + LINE_OVERHEAD;
    if (line > MAX_LINE) {
      return Excess.LINE;
    }
    int bytes = 0;
    int fields = 0;
    for (Map.Entry<String, String> header : request.headers()) {
      bytes += header.getKey().length() + header.getValue().length() + HEADER_OVERHEAD;
      fields++;
    }
    return bytes > MAX_HEADERS || fields > MAX_HEADER_COUNT ? Excess.HEADERS : null;
  }
}
