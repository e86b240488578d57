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

  /**
   * What is known of a request. One object, because the operations of a WebSocket share its context
   * but run on several threads, and the map of a context is not thread-safe.
   */
  private static final class State {
    private volatile PartnerIdentity partner;
    private volatile boolean read;
    private volatile boolean preview;
  }

  private final CurrentVertxRequest request;

  CurrentPartner(CurrentVertxRequest request) {
    this.request = request;
  }

  /** Sets the partner of a request; null for none. */
  public static void set(RoutingContext http, PartnerIdentity partner) {
    state(http).partner = partner;
  }

  /** Created by the identification, before any operation runs. */
  private static State state(RoutingContext http) {
    State known = http.get(KEY);
    if (known == null) {
      known = new State();
      http.put(KEY, known);
    }
    return known;
  }

  /** The partner of a request; for its handling, not for what its response shows. */
  public static Optional<PartnerIdentity> of(RoutingContext http) {
    return Optional.ofNullable(state(http).partner);
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
    state(http).read = true;
    return of(http);
  }

  /** Whether a resolver asked for the partner of a request, so that its response depends on it. */
  public static boolean isRead(RoutingContext http) {
    return state(http).read;
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
    state(request.getCurrent()).preview = true;
  }

  /** Whether a request shows drafts, or asks to. */
  public static boolean isPreview(RoutingContext http) {
    return state(http).preview || http.request().headers().contains(PREVIEW_HEADER);
  }
}
