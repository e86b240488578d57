package dev.prepgraph.http.stream;

import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.execution.LimitsConfig;
import dev.prepgraph.http.Authentication;
import dev.prepgraph.http.ContentNegotiation;
import dev.prepgraph.http.GraphQLRoute;
import dev.prepgraph.http.RequestLifetime;
import dev.prepgraph.http.ResponseWriter;
import dev.prepgraph.http.metric.ClientMetrics;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/**
 * Serves operations as server-sent events to clients that accept nothing else, by the distinct
 * connections mode of {@code graphql-sse}.
 */
@ApplicationScoped
class EventStreamRoute {

  private final Operations operations;
  private final StreamRegistry registry;
  private final StreamConfig config;
  private final Authentication authentication;
  private final ClientMetrics clients;
  private final Clock clock;
  private final BodyHandler body;

  EventStreamRoute(
      Operations operations,
      StreamRegistry registry,
      StreamConfig config,
      LimitsConfig limits,
      Authentication authentication,
      ClientMetrics clients,
      Clock clock) {
    this.operations = operations;
    this.registry = registry;
    this.config = config;
    this.authentication = authentication;
    this.clients = clients;
    this.clock = clock;
    this.body = BodyHandler.create(false).setBodyLimit(limits.body().asLongValue());
  }

  void register(@Observes Router router) {
    router
        .route(GraphQLRoute.PATH)
        .order(GraphQLRoute.ORDER - 1)
        .handler(http -> pass(http, () -> body.handle(http)))
        .handler(http -> pass(http, () -> handle(http)));
  }

  /** Other requests, and failures, are for the route of requests. */
  private static void pass(RoutingContext http, Runnable handler) {
    HttpMethod method = http.request().method();
    if ((method == HttpMethod.GET || method == HttpMethod.POST)
        && ContentNegotiation.isEventStream(http.request().headers().getAll(HttpHeaders.ACCEPT))) {
      handler.run();
    } else {
      http.next();
    }
  }

  private void handle(RoutingContext http) {
    RequestLifetime.of(http).bodyArrived(Math.max(0, http.body().length()));
    clients.count(http.request());
    var response = new ResponseWriter(http, Duration.ZERO);
    if (!response.isJsonIfPost()) {
      return;
    }
    try {
      GraphQLRequest request = GraphQLRoute.read(http);
      Context context = http.vertx().getOrCreateContext();
      authentication.identify(
          http,
          identity -> context.runOnContext(now -> tryToOpen(http, request, identity)),
          response::reject);
    } catch (GraphQLRequest.BatchException e) {
      response.rejectBatch(e.size());
    } catch (RequestException e) {
      response.reject(Errors.of(e));
    }
  }

  private void tryToOpen(RoutingContext http, GraphQLRequest request, SecurityIdentity caller) {
    try {
      open(http, request, caller);
    } catch (RequestException e) {
      new ResponseWriter(http, Duration.ZERO).reject(Errors.of(e));
    }
  }

  private void open(RoutingContext http, GraphQLRequest request, SecurityIdentity caller) {
    var stream = new EventStream(http, caller);
    StreamRegistry.Place place = registry.open(http, stream::shutdown);
    RequestLifetime.of(http).onEnd(place::release);
    if (caller != null) {
      place.identify(caller);
    }
    stream.start(operations, request, clock, config.keepAlive());
  }
}
