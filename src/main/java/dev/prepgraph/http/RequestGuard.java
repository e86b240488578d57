package dev.prepgraph.http;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.execution.LimitsConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets requests in, on every path: bounds the size of a body before it is read, the memory of all
 * bodies that have not arrived, and the time that each may take.
 */
@ApplicationScoped
class RequestGuard {

  /** The one path that takes large bodies. It streams them to a file. */
  static final String IMPORT = "/account/import";

  /** Behind CORS (300), so that scripts can read why they are rejected; before authentication. */
  private static final int PRIORITY = 250;

  /** What an import keeps in memory of a body that it streams. */
  static final long STREAMED = 32 << 10;

  private static final Map<String, Object> OVERLOADED =
      Errors.error(ErrorCode.UNAVAILABLE, "Too many requests are arriving; try again");

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
    if (mayHaveBody(request) && !admit(http, lifetime)) {
      return;
    }
    http.next();
  }

  /** HTTP/2 tells that there is no body only by its end. */
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

  /** Whether the body may come; else the rejection is already sent. */
  private boolean admit(RoutingContext http, RequestLifetime lifetime) {
    HttpServerRequest request = http.request();
    var writer = new ResponseWriter(http, config.maxAge());
    boolean isImport = IMPORT.equals(http.normalizedPath());
    long announced = announced(request);
    lifetime.onEnd(how -> discardRest(request));
    disconnectWithoutBody(
        lifetime, http, writer, isImport ? limits.importTime() : limits.bodyTime());
    if (announced > (isImport ? maxImport : limits.body().asLongValue())) {
      writer.refuse(413, Errors.error(ErrorCode.BAD_REQUEST, "The body is too large"));
      return false;
    }
    long most = announced < 0 ? limits.body().asLongValue() : announced;
    Runnable reject = () -> writer.refuse(OVERLOADED);
    boolean fits = lifetime.reserve(isImport ? STREAMED : most, reject);
    if (!fits) {
      reject.run();
    }
    return fits;
  }

  /** Rejects a request whose body does not arrive in time; a client that still sends is cut off. */
  private static void disconnectWithoutBody(
      RequestLifetime lifetime, RoutingContext http, ResponseWriter writer, Duration time) {
    long timer =
        http.vertx()
            .setTimer(
                time.toMillis(),
                id -> {
                  lifetime.onEnd(how -> lifetime.disconnect());
                  writer.refuse(
                      408, Errors.error(ErrorCode.BAD_REQUEST, "The body did not arrive in time"));
                });
    http.request().end().onComplete(end -> http.vertx().cancelTimer(timer));
  }

  /** What arrives behind the response is not kept. */
  private static void discardRest(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.endHandler(null).handler(rest -> {});
    }
  }
}
