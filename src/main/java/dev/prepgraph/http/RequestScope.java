package dev.prepgraph.http;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** The CDI request context, for work that a route does on a worker thread. */
@ApplicationScoped
public class RequestScope {

  private final CurrentIdentityAssociation identity;
  private final CurrentVertxRequest currentRequest;

  RequestScope(CurrentIdentityAssociation identity, CurrentVertxRequest currentRequest) {
    this.identity = identity;
    this.currentRequest = currentRequest;
  }

  /**
   * Works on this thread, for a request.
   *
   * @param caller who sends it; null for an anonymous request
   */
  public <T> T call(RoutingContext http, SecurityIdentity caller, Supplier<T> work) {
    var context = Arc.container().requestContext();
    context.activate();
    var state = context.getState();
    try {
      if (caller != null) {
        identity.setIdentity(caller);
      }
      currentRequest.setCurrent(http);
      return work.get();
    } finally {
      context.destroy(state);
      context.deactivate();
    }
  }
}
