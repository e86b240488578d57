package dev.prepgraph.partner;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The partner of the current request. */
@ApplicationScoped
public class CurrentPartner {

  private static final String KEY = CurrentPartner.class.getName();

  private final CurrentVertxRequest request;

  CurrentPartner(CurrentVertxRequest request) {
    this.request = request;
  }

  /** Sets the partner of a request; null for none. */
  public static void set(RoutingContext http, PartnerIdentity partner) {
    http.put(KEY, partner);
  }

  /** The partner of a request. */
  public static Optional<PartnerIdentity> of(RoutingContext http) {
    return Optional.ofNullable(http.get(KEY));
  }

  /** The partner, however it was identified: for what is shown, not for what is permitted. */
  public Optional<Partner> get() {
    return identity().map(PartnerIdentity::partner);
  }

  private Optional<PartnerIdentity> identity() {
    RoutingContext http = request.getCurrent();
    return http == null ? Optional.empty() : of(http);
  }

  /** The partner whose service sends the request with its credentials. */
  public Optional<Partner> machine() {
    return identity().filter(PartnerIdentity::isMachine).map(PartnerIdentity::partner);
  }

  /** The partner whose service sends the request; rejects others, and one without the scope. */
  public Partner require(PartnerScope scope) {
    return machine()
        .filter(partner -> partner.has(scope))
        .orElseThrow(
            () ->
                new RequestException(
                    ErrorCode.FORBIDDEN,
                    "This needs the credentials of a partner with the scope " + scope));
  }
}
