package dev.prepgraph.http;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.execution.Errors;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rejects requests to any path that break HTTP itself. The server lets them through, and proxies
 * that read them differently could be made to mix up requests (RFC 9112, 3.2 and 6.1).
 */
@ApplicationScoped
class HttpRules {

  /** Before everything that answers, CORS (-300) included. */
  private static final int ORDER = -1_000;

  private static final String CHECKED = HttpRules.class.getName();
  private static final String NO_HOST = "Send one Host header with the name of this service";
  private static final String NO_TARGET = "The address must be percent-encoded UTF-8";

  private static final Pattern HOST =
      Pattern.compile(
          "(\\[[0-9A-Fa-f:.]++]|([\\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})++)(:[0-9]{0,5})?");

  void register(@Observes Router router) {
    router.route().order(ORDER).handler(this::check).failureHandler(this::fail);
  }

  /** What the router itself rejects before it asks any route: a path or a Host that is none. */
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

  /** Whether a request target has complete escapes that spell UTF-8. */
  static boolean isUtf8(String target) {
    if (target.indexOf('%') < 0 && target.chars().allMatch(c -> c < 0x80)) {
      return true;
    }
    ByteBuffer bytes = ByteBuffer.allocate(target.length());
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c == '%') {
        int high = i + 2 < target.length() ? Character.digit(target.charAt(i + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(target.charAt(i + 2), 16);
        if (low < 0) {
          return false;
        }
        bytes.put((byte) (high << 4 | low));
        i += 2;
      } else if (c < 0x80) {
        bytes.put((byte) c);
      } else {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Where the next request on the connection begins is unknown. */
  private static void rejectAndClose(RoutingContext http, String message) {
    http.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    http.addEndHandler(end -> http.request().connection().close());
    reject(http, 400, message);
  }

  private static void reject(RoutingContext http, int status, String message) {
    http.request().resume(); // what is left of the body is discarded
    http.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .end(
            Json.encodeToBuffer(
                Map.of("errors", List.of(Errors.error(ErrorCode.BAD_REQUEST, message)))));
  }
}
