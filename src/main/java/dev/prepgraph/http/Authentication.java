package dev.prepgraph.http;

import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.http.partner.PartnerGate;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Authenticates requests by bearer token only. A request without a token is anonymous and never
 * waits for the identity provider; one with an invalid token is rejected, even for public data.
 */
@ApplicationScoped
public class Authentication {

  /** A compact JWS or JWE (RFC 7515, 7.1); Quarkus accepts exactly one space before it. */
  private static final Pattern BEARER =
      Pattern.compile("(?i:bearer) +([\\w-]+(?:\\.[\\w-]+){2}(?:\\.[\\w-]+){0,2}) *");

  private final AuditLog audit;
  private final PartnerGate partners;
  private final VerifiedTokens verified;

  Authentication(AuditLog audit, PartnerGate partners, VerifiedTokens verified) {
    this.audit = audit;
    this.partners = partners;
    this.verified = verified;
  }

  public static boolean isAnonymous(RoutingContext http) {
    return !http.request().headers().contains(HttpHeaders.AUTHORIZATION);
  }

  /**
   * The value of {@code WWW-Authenticate}, with an error only where a token was sent (RFC 6750).
   */
  public static String challenge(RoutingContext http) {
    return isAnonymous(http) ? "Bearer" : "Bearer error=\"invalid_token\"";
  }

  /**
   * Verifies the token of a request, if it has one, and identifies its partner.
   *
   * @param accepted gets the identity, or null for an anonymous request, and then at once
   * @param rejected gets {@code UNAUTHENTICATED}, {@code FORBIDDEN} for a partner that may not be
   *     served, or {@code UNAVAILABLE} when the identity provider cannot be reached
   */
  public void identify(
      RoutingContext http, Consumer<SecurityIdentity> accepted, Consumer<ResponseError> rejected) {
    if (isAnonymous(http)) {
      admit(http, null, accepted, rejected);
    } else {
      verify(http, identity -> admit(http, identity, accepted, rejected), rejected);
    }
  }

  private void admit(
      RoutingContext http,
      SecurityIdentity identity,
      Consumer<SecurityIdentity> accepted,
      Consumer<ResponseError> rejected) {
    try {
      partners.identify(http, identity);
    } catch (RequestException e) {
      rejected.accept(audited(Errors.of(e), "PARTNER"));
      return;
    }
    accepted.accept(identity);
  }

  private void verify(
      RoutingContext http, Consumer<SecurityIdentity> accepted, Consumer<ResponseError> rejected) {
    List<String> headers = http.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    Matcher bearer = BEARER.matcher(headers.size() == 1 ? headers.get(0) : "");
    if (!bearer.matches()) {
      rejected.accept(audited(Errors.invalidToken(), "SCHEME"));
      return;
    }
    String token = bearer.group(1);
    http.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    SecurityIdentity known = verified.get(token);
    if (known != null) {
      accepted.accept(known);
      return;
    }
    QuarkusHttpUser.getSecurityIdentity(http, null)
        .subscribe()
        .with(
            identity -> {
              if (identity == null || identity.isAnonymous()) {
                rejected.accept(audited(Errors.invalidToken(), "TOKEN"));
              } else {
                verified.put(token, identity);
                accepted.accept(identity);
              }
            },
            // Quarkus fails the routing context as well; whichever is first, the response is equal.
            failure -> rejected.accept(audited(Errors.ofVerification(failure), "TOKEN")));
  }

  private ResponseError audited(ResponseError error, String reason) {
    if (error.code() == ErrorCode.UNAUTHENTICATED || error.code() == ErrorCode.FORBIDDEN) {
      audit.record(AuditLog.Event.REFUSED, reason);
    }
    return error;
  }
}
