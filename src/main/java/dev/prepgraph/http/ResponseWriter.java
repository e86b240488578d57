package dev.prepgraph.http;

import static dev.prepgraph.http.ContentNegotiation.GRAPHQL_JSON;
import static dev.prepgraph.http.ContentNegotiation.JSON;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.ResponseMemory;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the HTTP response exactly once; the execution and the timeout race for it. */
final class ResponseWriter {

  private static final List<String> METHODS = List.of("GET", "HEAD", "POST");
  private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();
  static final String RETRY_SECONDS = "1";

  private final RoutingContext http;
  private final Duration maxAge;

  /** Null when the client accepts none that is served. */
  private final String mediaType;

  private final Context context;
  private final AtomicBoolean answered = new AtomicBoolean();
  private volatile boolean mutating;
  private volatile boolean unauthenticated;

  ResponseWriter(RoutingContext http, Duration maxAge) {
    this.http = http;
    this.maxAge = maxAge;
    this.context = http.vertx().getOrCreateContext();
    this.mediaType =
        ContentNegotiation.mediaType(http.request().headers().getAll(HttpHeaders.ACCEPT))
            .orElse(null);
  }

  /** The media type without its parameters; Vert.x takes the wildcards apart differently. */
  private static String mediaType(MIMEHeader header) {
    return header.rawValue().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  RoutingContext http() {
    return http;
  }

  boolean isGet() {
    return http.request().method() != HttpMethod.POST;
  }

  /** Only what carries no credentials is anonymous; what carries any is never kept or shared. */
  boolean isAnonymous() {
    return Authentication.isAnonymous(http);
  }

  /** Whether method and media types are ones that are served; else the refusal is already sent. */
  boolean isAcceptable() {
    if (!METHODS.contains(http.request().method().name())) {
      http.response().putHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
      refuse(405, Errors.error(ErrorCode.BAD_REQUEST, "Ask by POST or GET"));
    } else if (http.request().headers().contains(HttpHeaders.UPGRADE, "websocket", true)) {
      refuse(400, Errors.error(ErrorCode.BAD_REQUEST, "There are no sockets here"));
    } else if (mediaType == null) {
      refuse(406, Errors.error(ErrorCode.BAD_REQUEST, "Accept " + GRAPHQL_JSON + " or " + JSON));
    } else if (http.request().method() == HttpMethod.POST && !isJson()) {
      refuse(415, Errors.error(ErrorCode.BAD_REQUEST, "Send " + JSON + " in UTF-8"));
    } else {
      return true;
    }
    return false;
  }

  /**
   * Whether the body is declared as JSON in UTF-8. Browsers join the two spellings of a header that
   * some versions of GraphiQL send: what is declared twice must be JSON both times.
   */
  private boolean isJson() {
    List<String> types = http.request().headers().getAll(HttpHeaders.CONTENT_TYPE);
    return !types.isEmpty()
        && Stream.of(String.join(",", types).split(",", -1)).allMatch(ResponseWriter::isJson);
  }

  private static boolean isJson(String declared) {
    MIMEHeader type = new ParsableMIMEValue(declared.strip());
    String charset = type.parameter("charset");
    return JSON.equals(mediaType(type)) && (charset == null || charset.equalsIgnoreCase("utf-8"));
  }

  /** Starts the request timeout; the response ends it, and nothing else. */
  void startTimeout(Duration limit) {
    long timer =
        http.vertx()
            .setTimer(
                limit.toMillis(),
                id ->
                    refuse(
                        mutating
                            ? Errors.unconfirmed(
                                "This took too long; read again before you repeat it")
                            : Errors.error(ErrorCode.UNAVAILABLE, "This took too long")));
    RequestLifetime.of(http).onEnd(how -> http.vertx().cancelTimer(timer));
  }

  /** A mutation begins: from here on, a timeout leaves open what it has done. */
  void mutates() {
    mutating = true;
  }

  /** Refuses with the status that fits the error's code. */
  void refuse(Map<String, Object> error) {
    refuse(Errors.code(error).status(), error);
  }

  void refuse(int status, Map<String, Object> error) {
    unauthenticated = Errors.code(error) == ErrorCode.UNAUTHENTICATED;
    send(status, write(Map.of("errors", List.of(error))), null, Errors.isRepeatable(error));
  }

  void refuseMutationByGet() {
    http.response().putHeader(HttpHeaders.ALLOW, "POST");
    refuse(405, Errors.error(ErrorCode.BAD_REQUEST, "A mutation must be sent by POST"));
  }

  /**
   * Tells of a document that is not in order: as plain JSON that is a well-formed request's 200, by
   * the specification.
   */
  void refuseDocument(List<Map<String, Object>> errors) {
    send(GRAPHQL_JSON.equals(mediaType) ? 400 : 200, write(Map.of("errors", errors)), null, false);
  }

  /** Sends a response that every client may share. */
  void answer(CachedResponse shared) {
    send(200, shared.body(), shared, false);
  }

  /**
   * Sends the result of an execution.
   *
   * @param errors those of the result
   * @param share is given the body and returns what every client may share, or null
   */
  void answer(
      Map<String, Object> result,
      List<Map<String, Object>> errors,
      Function<Buffer, CachedResponse> share) {
    unauthenticated =
        errors.stream().anyMatch(error -> Errors.code(error) == ErrorCode.UNAUTHENTICATED);
    Buffer body = write(result);
    send(status(result), body, share.apply(body), false);
  }

  /** 200 whenever there is data, and always as plain JSON, by the specification. */
  private int status(Map<String, Object> result) {
    return result.containsKey("data") || JSON.equals(mediaType) ? 200 : 400;
  }

  private static Buffer write(Map<String, Object> answer) {
    try (var output = new ResponseMemory.Output()) {
      WRITER.writeValue(output, answer);
      return Buffer.buffer(output.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void send(int status, Buffer body, CachedResponse shared, boolean repeatable) {
    if (answered.compareAndSet(false, true)) {
      context.runOnContext(now -> tryToWrite(status, body, shared, repeatable));
    }
  }

  private void tryToWrite(int status, Buffer body, CachedResponse shared, boolean repeatable) {
    try {
      write(status, body, shared, repeatable);
    } catch (RuntimeException | Error e) {
      Errors.of(e);
      RequestLifetime.of(http).disconnect();
    }
  }

  private void write(int status, Buffer body, CachedResponse shared, boolean repeatable) {
    HttpServerResponse response = http.response();
    if (response.ended() || response.closed()) {
      return;
    }
    String type = mediaType == null ? JSON : mediaType;
    response.putHeader(HttpHeaders.CONTENT_TYPE, type + "; charset=utf-8");
    response.putHeader(HttpHeaders.VARY, "Accept, Authorization, Origin");
    if (repeatable) {
      response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    if (unauthenticated) {
      response.putHeader("WWW-Authenticate", Authentication.challenge(http));
    }
    if (isGet() && shared != null) {
      String tag = shared.entityTag(type);
      response.putHeader(HttpHeaders.ETAG, tag);
      response.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds());
      var known = http.request().headers().getAll(HttpHeaders.IF_NONE_MATCH);
      if (ContentNegotiation.isKnown(known, tag)) {
        response.setStatusCode(304).end();
        return;
      }
    } else {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
    RequestLifetime.of(http).responding(body.length(), response.setStatusCode(status).end(body));
  }
}
