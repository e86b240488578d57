package dev.prepgraph.http.partner;

import dev.prepgraph.http.GraphQLRoute;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.PartnerIdentification;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Identifies the partner of a request on any path. */
@ApplicationScoped
public class PartnerGate {

  /** Names the partner whose presentation of the catalogue a page wants. */
  public static final String HEADER = "Prepgraph-Partner";

  /** The same, for GraphQL requests that cannot have headers. */
  private static final String PARAMETER = "partner";

  private final PartnerIdentification partners;

  PartnerGate(PartnerIdentification partners) {
    this.partners = partners;
  }

  /**
   * Sets the partner of a request; rejects one that may not be served. To be repeated before each
   * execution of a stream, because partners are revoked.
   *
   * @param caller null for an anonymous request
   */
  public void identify(RoutingContext http, SecurityIdentity caller) {
    MultiMap headers = http.request().headers();
    JsonWebToken token =
        caller != null && caller.getPrincipal() instanceof JsonWebToken verified ? verified : null;
    List<String> parameters =
        GraphQLRoute.PATH.equals(http.normalizedPath())
            ? http.queryParams().getAll(PARAMETER)
            : List.of();
    List<String> names =
        Stream.concat(headers.getAll(HEADER).stream(), parameters.stream()).toList();
    if (token != null || !names.isEmpty()) {
      List<String> origins = headers.getAll(HttpHeaders.ORIGIN);
      CurrentPartner.set(http, partners.identify(token, names, origins).orElse(null));
    }
  }
}
