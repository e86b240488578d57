package dev.prepgraph.http;

import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.execution.LimitsConfig;
import dev.prepgraph.execution.ResponseError;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Admits requests on every path: bounds the size of the head, that of a body before it is read, the
 * memory of all bodies in arrival, and the time that each may take.
 */
@ApplicationScoped
class RequestGuard {

  /** The only path with large bodies, which it streams to a file. */
  static final String IMPORT = "/account/import";

  /** After CORS (300), so that scripts can read rejections; before authentication. */
  private static final int PRIORITY = 250;

  /** Bytes of a streamed body that an import has in memory. */
  static final long STREAMED = 32 << 10;

  private static final ResponseError OVERLOADED =
      ResponseError.unavailable("Too many requests are arriving; try again");

  private final LimitsConfig limits;
  private final GraphQLConfig config;
  private final HttpMemory memory;
  private final long maxImport;

  RequestGuard(
      LimitsConfig limits,
      GraphQLConfig config,
      HttpMemory memory,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxImport) {
    this.limits = limits;
    this.config = config;
    this.memory = memory;
    this.maxImport = maxImport.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::guard, PRIORITY);
  }

  private void guard(RoutingContext http) {
    RequestLifetime lifetime = RequestLifetime.start(http, memory);
    HttpServerRequest request = http.request();
    ResponseWriter writer = null;
    if (mayHaveBody(request)) {
      writer = new ResponseWriter(http, config.maxAge());
      lifetime.onEnd(() -> discardRest(request));
      startTimeout(http, writer, isImport(http) ? limits.importTime() : limits.bodyTime());
    }
    RequestHead.Excess excess = RequestHead.excess(request);
    if (excess != null) {
      (writer == null ? new ResponseWriter(http, config.maxAge()) : writer)
          .reject(excess.status(), ResponseError.badRequest(excess.message()));
    } else if (writer == null || admit(http, lifetime, writer)) {
      http.next();
    }
  }

  private static boolean isImport(RoutingContext http) {
    return IMPORT.equals(http.normalizedPath());
  }

  /** In HTTP/2 only the end of a request shows that it has no body. */
  private static boolean mayHaveBody(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2
        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || announced(request) > 0;
  }

  /** The announced length of the body, or -1. */
  private static long announced(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? -1 : Long.parseLong(length);
  }

  /** Whether the body is admitted; else a rejection is already sent. */
  private boolean admit(RoutingContext http, RequestLifetime lifetime, ResponseWriter writer) {
    boolean isImport = isImport(http);
    long announced = announced(http.request());
    long max = limits.body().asLongValue();
    if (announced > (isImport ? maxImport : max)) {
      writer.reject(413, ResponseError.badRequest("The body is too large"));
      return false;
    }
    long expected = isImport ? STREAMED : announced < 0 ? max : announced;
    boolean fits = lifetime.reserve(expected, () -> writer.reject(OVERLOADED));
    if (!fits) {
      writer.reject(OVERLOADED);
    }
    return fits;
  }

  /** Rejects a request whose body does not arrive in time, and disconnects its client. */
  private static void startTimeout(RoutingContext http, ResponseWriter writer, Duration limit) {
    long timer =
        http.vertx()
            .setTimer(
                limit.toMillis(),
                id -> {
                  RequestLifetime lifetime = RequestLifetime.of(http);
                  lifetime.onEnd(lifetime::disconnect);
                  writer.reject(408, ResponseError.badRequest("The body did not arrive in time"));
                });
    http.request().end().onComplete(end -> http.vertx().cancelTimer(timer));
  }

  private static void discardRest(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.endHandler(null).handler(rest -> {});
    }
  }
}
