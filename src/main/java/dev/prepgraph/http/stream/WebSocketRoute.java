package dev.prepgraph.http.stream;

import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.http.Authentication;
import dev.prepgraph.http.GraphQLRoute;
import dev.prepgraph.http.RequestLifetime;
import dev.prepgraph.http.ResponseWriter;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Accepts WebSockets of the protocol {@code graphql-transport-ws}. Browsers send their page's
 * origin, which the CORS filter has checked before.
 */
@ApplicationScoped
class WebSocketRoute implements HttpServerOptionsCustomizer {

  static final String PROTOCOL = "graphql-transport-ws";

  private static final String VERSION = "13";

  private final Operations operations;
  private final StreamRegistry registry;
  private final StreamConfig config;
  private final Authentication authentication;
  private final Clock clock;

  WebSocketRoute(
      Operations operations,
      StreamRegistry registry,
      StreamConfig config,
      Authentication authentication,
      Clock clock) {
    this.operations = operations;
    this.registry = registry;
    this.config = config;
    this.authentication = authentication;
    this.clock = clock;
  }

  /** Compression would need about 300 KiB of each socket. */
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    customize(options);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    customize(options);
  }

  private void customize(HttpServerOptions options) {
    int message = Math.toIntExact(config.message().asLongValue());
    options
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setMaxWebSocketFrameSize(message)
        .setMaxWebSocketMessageSize(message)
        .setWebSocketSubProtocols(List.of(PROTOCOL));
  }

  void register(@Observes Router router) {
    router
        .route(GraphQLRoute.PATH)
        .order(GraphQLRoute.ORDER - 1)
        .handler(this::handle)
        .failureHandler(this::fail);
  }

  /** A failed verification fails the request as well, which is a socket already. */
  private void fail(RoutingContext http) {
    if (http.get(SocketSession.KEY) == null) {
      http.next();
    }
  }

  private void handle(RoutingContext http) {
    if (!http.request().headers().contains(HttpHeaders.UPGRADE, "websocket", true)) {
      http.next();
      return;
    }
    try {
      check(http);
      open(http);
    } catch (RequestException e) {
      reject(http, Errors.of(e));
    }
  }

  private static void check(RoutingContext http) {
    var headers = http.request().headers();
    boolean offered =
        headers.getAll("Sec-WebSocket-Protocol").stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .anyMatch(protocol -> protocol.strip().equals(PROTOCOL));
    if (!offered) {
      throw RequestException.badRequest("Sec-WebSocket-Protocol must offer " + PROTOCOL);
    }
    if (!VERSION.equals(headers.get("Sec-WebSocket-Version"))
        || headers.get("Sec-WebSocket-Key") == null
        || hasBody(headers)) {
      throw malformed();
    }
  }

  /** Vert.x collects the body of a handshake, and reports nothing where it is too large. */
  private static boolean hasBody(MultiMap headers) {
    return headers.contains(HttpHeaders.TRANSFER_ENCODING)
        || !headers.getAll(HttpHeaders.CONTENT_LENGTH).stream().allMatch("0"::equals);
  }

  private void open(RoutingContext http) {
    var session = new SocketSession(this, http);
    http.put(SocketSession.KEY, session);
    StreamRegistry.Place place = registry.open(http, session::shutdown);
    RequestLifetime.of(http).onEnd(place::release); // of a handshake that fails
    http.request()
        .toWebSocket()
        .onSuccess(socket -> session.start(socket, place))
        .onFailure(failure -> reject(http, Errors.of(malformed())));
  }

  private static RequestException malformed() {
    return RequestException.badRequest("The WebSocket handshake is malformed");
  }

  private static void reject(RoutingContext http, ResponseError error) {
    new ResponseWriter(http, Duration.ZERO).reject(error);
  }

  Operations operations() {
    return operations;
  }

  StreamConfig config() {
    return config;
  }

  Authentication authentication() {
    return authentication;
  }

  Clock clock() {
    return clock;
  }
}
