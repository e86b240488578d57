package dev.prepgraph.http;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.function.Supplier;

/** Activates the CDI request context for work of a route on a worker thread. */
@ApplicationScoped
class RequestScope {

  private final CurrentIdentityAssociation identity;
  private final CurrentVertxRequest currentRequest;

  RequestScope(CurrentIdentityAssociation identity, CurrentVertxRequest currentRequest) {
    this.identity = identity;
    this.currentRequest = currentRequest;
  }

  /**
   * @param caller null for an anonymous request
   */
  @ActivateRequestContext
  <T> T call(RoutingContext http, SecurityIdentity caller, Supplier<T> work) {
    if (caller != null) {
      identity.setIdentity(caller);
    }
    currentRequest.setCurrent(http);
    return work.get();
  }
}
