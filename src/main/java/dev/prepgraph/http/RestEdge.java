package dev.prepgraph.http;

import dev.prepgraph.budget.Budgets;
import dev.prepgraph.budget.Charge;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.http.partner.PartnerGate;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Applies the authentication, limits and errors of the GraphQL route to REST resources. */
class RestEdge {

  private final Authentication authentication;
  private final PartnerGate partners;
  private final Budgets budgets;
  private final OperationQueue queue;

  RestEdge(
      Authentication authentication, PartnerGate partners, Budgets budgets, OperationQueue queue) {
    this.authentication = authentication;
    this.partners = partners;
    this.budgets = budgets;
    this.queue = queue;
  }

  /** Lets anonymous requests pass; resources that need a user reject them. */
  @ServerRequestFilter
  Uni<Response> identify(RoutingContext http) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                authentication.identify(
                    http,
                    identity -> emitter.complete(enter(http, identity)),
                    error -> emitter.complete(response(error, http))));
  }

  /** A user's shared budget may wait for the database, which the event loop must not. */
  private Charge charge(RoutingContext http, SecurityIdentity caller) {
    return caller == null
        ? partners.charge(http, null, Budgets.DOCUMENT)
        : budgets.charge(CallerKey.of(http, null), false, Budgets.DOCUMENT);
  }

  /** Returns null when the request may proceed. */
  private Response enter(RoutingContext http, SecurityIdentity caller) {
    String key = CallerKey.of(http, caller);
    try {
      charge(http, caller).requirePaid();
      queue.enter(key);
    } catch (RequestException e) {
      return failure(e, http);
    }
    RequestLifetime lifetime = RequestLifetime.of(http);
    lifetime.onEnd(() -> queue.exit(key));
    lifetime.bodyArrived(RequestGuard.STREAMED);
    return null;
  }

  /** Keeps the responses of RESTEasy itself, such as 405. */
  @ServerExceptionMapper
  Response rejection(WebApplicationException e) {
    return e.getResponse();
  }

  @ServerExceptionMapper
  Response failure(Throwable e, RoutingContext http) {
    return response(Errors.of(e), http);
  }

  private static Response response(ResponseError error, RoutingContext http) {
    Response.ResponseBuilder response =
        Response.status(error.code().status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
            .entity(Map.of("errors", List.of(error)));
    if (error.code() == ErrorCode.UNAUTHENTICATED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, Authentication.challenge(http));
    }
    if (error.isRetryable()) {
      response.header(HttpHeaders.RETRY_AFTER, error.retryAfter());
    }
    return response.build();
  }
}
