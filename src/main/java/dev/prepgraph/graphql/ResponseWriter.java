package dev.prepgraph.graphql;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes the HTTP response exactly once; the execution and the timeout race for it. */
final class ResponseWriter {

  private static final String JSON = "application/json";
  private static final String GRAPHQL_JSON = "application/graphql-response+json";
  private static final List<String> METHODS = List.of("GET", "HEAD", "POST");
  private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();
  static final String RETRY_SECONDS = "1";
  static final String CHALLENGE = "Bearer error=\"invalid_token\"";

  private final RoutingContext http;
  private final Duration maxAge;
  private final String mediaType;
  private final Context context;
  private final AtomicBoolean answered = new AtomicBoolean();
  private volatile boolean mutating;

  ResponseWriter(RoutingContext http, Duration maxAge) {
    this.http = http;
    this.maxAge = maxAge;
    this.context = http.vertx().getOrCreateContext();
    this.mediaType = negotiate(http);
  }

  /**
   * The best media type that the client accepts; null for none. A client that says nothing gets
   * plain JSON.
   */
  private static String negotiate(RoutingContext http) {
    List<MIMEHeader> accepted = http.parsedHeaders().accept();
    if (accepted.isEmpty()) {
      return JSON;
    }
    for (MIMEHeader wish : accepted) {
      if (wish.weight() > 0) {
        switch (mediaType(wish)) {
          case "*/*", "application/*", JSON -> {
            return JSON;
          }
          case GRAPHQL_JSON -> {
            return GRAPHQL_JSON;
          }
          default -> {
            // the next best
          }
        }
      }
    }
    return null;
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
        && Stream.of(String.join(",", types).split(",", -1)).allMatch(Exchange::isJson);
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

  /** Sends an answer that was kept. */
  void answer(Buffer kept, AnswerCache.Key key) {
    send(200, kept, key, false);
  }

  /**
   * Sends the result of an execution.
   *
   * @param key what the answer may be shared under, or null
   * @param keep is given the bytes when they may be shared
   */
  void answer(Map<String, Object> result, AnswerCache.Key key, Consumer<Buffer> keep) {
    Buffer bytes = write(result);
    if (key != null) {
      keep.accept(bytes);
    }
    send(status(result), bytes, key, false);
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

  private void send(int status, Buffer body, AnswerCache.Key key, boolean repeatable) {
    if (answered.compareAndSet(false, true)) {
      context.runOnContext(now -> tryToWrite(status, body, key, repeatable));
    }
  }

  private void tryToWrite(int status, Buffer body, AnswerCache.Key key, boolean repeatable) {
    try {
      write(status, body, key, repeatable);
    } catch (RuntimeException | Error e) {
      Errors.of(e);
      RequestLifetime.of(http).disconnect();
    }
  }

  private void write(int status, Buffer body, AnswerCache.Key key, boolean repeatable) {
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
    if (status == 401) {
      response.putHeader("WWW-Authenticate", CHALLENGE);
    }
    if (isGet() && key != null) {
      String tag = key.entityTag(type);
      response.putHeader(HttpHeaders.ETAG, tag);
      response.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds());
      if (matches(tag)) {
        response.setStatusCode(304).end();
        return;
      }
    } else {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
    RequestLifetime.of(http).responding(body.length(), response.setStatusCode(status).end(body));
  }

  /** Caches on the way may have weakened the tag. */
  private boolean matches(String tag) {
    String known = http.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    return known != null && (known.equals("*") || known.contains(tag));
  }
}
