package dev.prepgraph.http;

import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.AuthenticationErrors;
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
 * Finds out who sends a request, from its bearer token and nothing else. A request without one is
 * anonymous and never waits for the identity provider; one whose token is not accepted is refused,
 * whatever it asks for.
 */
@ApplicationScoped
public class Authentication {

  /** A compact JWS or JWE (RFC 7515, 7.1); the framework takes exactly one space before it. */
  private static final Pattern BEARER =
      Pattern.compile("(?i:bearer) +([\\w-]+(?:\\.[\\w-]+){2}(?:\\.[\\w-]+){0,2}) *");

  private final AuditLog audit;

  Authentication(AuditLog audit) {
    this.audit = audit;
  }

  /** Whether a request carries no credentials at all. */
  public static boolean isAnonymous(RoutingContext http) {
    return !http.request().headers().contains(HttpHeaders.AUTHORIZATION);
  }

  /**
   * The value of {@code WWW-Authenticate}; names an error only where a token was sent (RFC 6750).
   */
  static String challenge(RoutingContext http) {
    return isAnonymous(http) ? "Bearer" : "Bearer error=\"invalid_token\"";
  }

  /**
   * Checks the token of a request that has one.
   *
   * @param accepted is given who sends it
   * @param refused is given why it cannot be served: {@code UNAUTHENTICATED}, or {@code
   *     UNAVAILABLE} when the provider cannot be asked for its keys
   */
  public void identify(
      RoutingContext http,
      Consumer<SecurityIdentity> accepted,
      Consumer<RequestException> refused) {
    List<String> headers = http.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    Matcher bearer = BEARER.matcher(headers.size() == 1 ? headers.get(0) : "");
    if (!bearer.matches()) {
      refuse(refused, "SCHEME");
      return;
    }
    http.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + bearer.group(1));
    QuarkusHttpUser.getSecurityIdentity(http, null)
        .subscribe()
        .with(
            identity -> {
              if (identity == null || identity.isAnonymous()) {
                refuse(refused, "TOKEN");
              } else {
                accepted.accept(identity);
              }
            },
            failure -> {
              // The framework fails the routing context as well; either answers, in the same way.
              if (AuthenticationErrors.isProviderDown(failure)) {
                refused.accept(
                    new RequestException(
                        ErrorCode.UNAVAILABLE, AuthenticationErrors.PROVIDER_DOWN));
              } else {
                refuse(refused, "TOKEN");
              }
            });
  }

  private void refuse(Consumer<RequestException> refused, String reason) {
    audit.record(AuditLog.Event.REFUSED, reason);
    refused.accept(new RequestException(ErrorCode.UNAUTHENTICATED, AuthenticationErrors.REFUSAL));
  }
}
