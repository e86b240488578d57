package dev.prepgraph.http.partner;

import dev.prepgraph.budget.Budgets;
import dev.prepgraph.budget.Charge;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.http.CallerKey;
import dev.prepgraph.http.GraphQLRoute;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.PartnerIdentification;
import dev.prepgraph.partner.PartnerIdentity;
import dev.prepgraph.partner.schema.PartnerBudget;
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
  private final ReadScope readScope;
  private final Budgets budgets;

  PartnerGate(PartnerIdentification partners, ReadScope readScope, Budgets budgets) {
    this.partners = partners;
    this.readScope = readScope;
    this.budgets = budgets;
  }

  /**
   * Sets the partner of a request; rejects one that may not be served.
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
    List<String> origins = headers.getAll(HttpHeaders.ORIGIN);
    CurrentPartner.set(http, partners.identify(token, names, origins).orElse(null));
  }

  /**
   * Whether the partner that a request was of may not be served any more; false while that is
   * unknown.
   *
   * @param caller null for an anonymous request
   */
  public boolean isForbidden(RoutingContext http, SecurityIdentity caller) {
    if (CurrentPartner.of(http).isEmpty()) {
      return false;
    }
    try {
      identify(http, caller);
      return false;
    } catch (RequestException e) {
      return e.code() == ErrorCode.FORBIDDEN;
    }
  }

  /** Rejects an operation that the scopes of the partner do not permit. */
  public void check(RoutingContext http, GraphQLEngine.Prepared operation) {
    readScope.check(http, operation);
  }

  /**
   * Takes points of the caller's budget, all or none. Identifies the partner again, because it may
   * have been revoked while the request waited or its stream was open.
   *
   * @param caller null for an anonymous request
   */
  public Charge charge(RoutingContext http, SecurityIdentity caller, long points) {
    identify(http, caller);
    String key = CallerKey.of(http, caller);
    return CurrentPartner.of(http)
        .filter(PartnerIdentity::isMachine)
        .map(PartnerIdentity::partner)
        .map(own -> chargePartner(key, own.budget(), points))
        .orElseGet(() -> budgets.charge(key, caller != null, points));
  }

  /**
   * @param own budget of the partner; null for the default one
   */
  private Charge chargePartner(String key, PartnerBudget own, long points) {
    return own == null
        ? budgets.chargePartner(key, points)
        : budgets.chargePartner(key, own.points(), own.restoreRate(), points);
  }
}
