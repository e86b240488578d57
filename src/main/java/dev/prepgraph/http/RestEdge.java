package dev.prepgraph.http;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.Errors;
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

/** Treats what is not GraphQL as the GraphQL route does: the same tokens, the same errors. */
class RestEdge {

  private final Authentication authentication;
  private final OperationQueue queue;

  RestEdge(Authentication authentication, OperationQueue queue) {
    this.authentication = authentication;
    this.queue = queue;
  }

  /** Lets anonymous requests pass: what needs a user refuses them itself. */
  @ServerRequestFilter
  Uni<Response> identify(RoutingContext http) {
    if (Authentication.isAnonymous(http)) {
      return Uni.createFrom().item(() -> enter(http, null));
    }
    return Uni.createFrom()
        .emitter(
            answer ->
                authentication.identify(
                    http,
                    identity -> answer.complete(enter(http, identity)),
                    e -> answer.complete(failure(e, http))));
  }

  /** Returns null when the request may go on. */
  private Response enter(RoutingContext http, SecurityIdentity caller) {
    String key = CallerKey.of(http, caller);
    try {
      queue.enter(key);
    } catch (RequestException e) {
      return failure(e, http);
    }
    RequestLifetime lifetime = RequestLifetime.of(http);
    lifetime.onEnd(how -> queue.exit(key));
    lifetime.bodyArrived(RequestGuard.STREAMED);
    return null;
  }

  /** What the framework refuses, such as a method that a resource has not. */
  @ServerExceptionMapper
  Response refusal(WebApplicationException e) {
    return e.getResponse();
  }

  @ServerExceptionMapper
  Response failure(Throwable e, RoutingContext http) {
    Map<String, Object> error = Errors.of(e);
    ErrorCode code = Errors.code(error);
    Response.ResponseBuilder response =
        Response.status(code.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
            .entity(Map.of("errors", List.of(error)));
    if (code == ErrorCode.UNAUTHENTICATED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, Authentication.challenge(http));
    }
    if (Errors.isRepeatable(error)) {
      response.header(HttpHeaders.RETRY_AFTER, ResponseWriter.RETRY_SECONDS);
    }
    return response.build();
  }
}
