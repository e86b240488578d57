package dev.prepgraph.http;

import dev.prepgraph.execution.ResponseError;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rejects requests on any path that violate HTTP itself, which the server accepts and proxies may
 * read differently (request smuggling; RFC 9112, 3.2 and 6.1).
 */
@ApplicationScoped
class HttpRules {

  /** Before all other handlers, including CORS (-300). */
  private static final int ORDER = -1_000;

  private static final String CHECKED = HttpRules.class.getName();
  private static final String NO_HOST = "Send one Host header with the name of this service";
  private static final String NO_TARGET = "The address must be percent-encoded UTF-8";

  private static final Pattern INVALID_IN_TARGET =
      Pattern.compile("%(?![0-9A-Fa-f]{2})|[^\\x00-\\x7F]");

  private static final Pattern HOST =
      Pattern.compile(
          "(\\[[0-9A-Fa-f:.]++]|([\\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})++)(:[0-9]{0,5})?");

  void register(@Observes Router router) {
    router.route().order(ORDER).handler(this::check).failureHandler(this::fail);
  }

  /** Handles what the router rejects before any route: a malformed path or Host. */
  private void fail(RoutingContext http) {
    if (http.get(CHECKED) != null) {
      http.next();
      return;
    }
    SecurityHeaders.add(http);
    if (!hasHost(http.request())) {
      rejectAndClose(http, NO_HOST);
    } else {
      reject(http, 400, NO_TARGET);
    }
  }

  private void check(RoutingContext http) {
    http.put(CHECKED, true);
    SecurityHeaders.add(http);
    HttpServerRequest request = http.request();
    if (!hasHost(request)) {
      rejectAndClose(http, NO_HOST);
    } else if (!isFramed(request)) {
      rejectAndClose(http, "Transfer-Encoding must be chunked");
    } else if (!isUtf8(request.uri())) {
      reject(http, 400, NO_TARGET);
    } else if (isEncoded(request)) {
      http.response().putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
      reject(http, 415, "Send the body without Content-Encoding");
    } else {
      http.next();
    }
  }

  private static boolean hasHost(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      return request.authority() != null && !request.authority().host().isEmpty();
    }
    List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
    return hosts.isEmpty()
        ? request.version() == HttpVersion.HTTP_1_0
        : hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches() && request.authority() != null;
  }

  private static boolean isFramed(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    return codings.isEmpty() || codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
  }

  private static boolean isEncoded(HttpServerRequest request) {
    return request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
        .anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
  }

  /** Whether a request target is ASCII whose percent-encoding decodes to UTF-8. */
  static boolean isUtf8(String target) {
    if (INVALID_IN_TARGET.matcher(target).find()) {
      return false;
    }
    byte[] bytes =
        URLDecoder.decode(target, StandardCharsets.ISO_8859_1)
            .getBytes(StandardCharsets.ISO_8859_1);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Closes the connection because the begin of its next request is unknown. */
  private static void rejectAndClose(RoutingContext http, String message) {
    http.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    http.addEndHandler(end -> http.request().connection().close());
    reject(http, 400, message);
  }

  private static void reject(RoutingContext http, int status, String message) {
    http.request().resume(); // discards the rest of the body
    http.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .end(ResponseWriter.json(ResponseError.badRequest(message)));
  }
}
