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

  /** Shows the partner's drafts by a token. */
  public static final String PREVIEW_HEADER = "Prepgraph-Preview";

  private static final String KEY = CurrentPartner.class.getName();
  private static final String PREVIEW = KEY + ".preview";
  private static final String READ = KEY + ".read";

  private final CurrentVertxRequest request;

  CurrentPartner(CurrentVertxRequest request) {
    this.request = request;
  }

  /** Sets the partner of a request; null for none. */
  public static void set(RoutingContext http, PartnerIdentity partner) {
    http.put(KEY, partner);
  }

  /** The partner of a request; for its handling, not for what its response shows. */
  public static Optional<PartnerIdentity> of(RoutingContext http) {
    return Optional.ofNullable(http.get(KEY));
  }

  /** The partner, however it was identified: for what is shown, not for what is permitted. */
  public Optional<Partner> get() {
    return identity().map(PartnerIdentity::partner);
  }

  private Optional<PartnerIdentity> identity() {
    RoutingContext http = request.getCurrent();
    if (http == null) {
      return Optional.empty();
    }
    http.put(READ, true);
    return of(http);
  }

  /** Whether a resolver asked for the partner of a request, so that its response depends on it. */
  public static boolean isRead(RoutingContext http) {
    return http.get(READ) != null;
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

  /**
   * Rejects a partner's service that may not read the catalogue, as its own objects refer to it.
   */
  public void requireRead() {
    if (machine().isPresent()) {
      require(PartnerScope.READ);
    }
  }

  /** The preview token in the header of the request. */
  public Optional<String> previewToken() {
    RoutingContext http = request.getCurrent();
    return http == null
        ? Optional.empty()
        : Optional.ofNullable(http.request().getHeader(PREVIEW_HEADER));
  }

  /** Marks the response to the request as one that shows drafts. */
  public void preventCaching() {
    request.getCurrent().put(PREVIEW, true);
  }

  /** Whether a request shows drafts, or asks to. */
  public static boolean isPreview(RoutingContext http) {
    return http.get(PREVIEW) != null || http.request().headers().contains(PREVIEW_HEADER);
  }
}
