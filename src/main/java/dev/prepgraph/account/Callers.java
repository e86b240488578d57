package dev.prepgraph.account;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.partner.TokenClient;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the current user from the token. */
@ApplicationScoped
class Callers {

  private final SecurityIdentity identity;
  private final AccountConfig config;

  Callers(SecurityIdentity identity, AccountConfig config) {
    this.identity = identity;
    this.config = config;
  }

  /** The current user; empty for an anonymous request and for a partner's service. */
  Optional<Caller> current() {
    if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    TokenClient client = TokenClient.of(token);
    if (client.isMachine()) {
      return Optional.empty();
    }
    String name = text(token, "name");
    return Optional.of(
        new Caller(
            config.issuer().orElseGet(token::getIssuer),
            token.getSubject(),
            name == null ? text(token, "preferred_username") : name,
            text(token, "email"),
            identity.getRoles(),
            client.id(),
            token.getIssuer()));
  }

  /** A descriptive claim; null when it is not a text. */
  private static String text(JsonWebToken token, String claim) {
    Object value = token.getClaim(claim);
    return value instanceof String text ? text : null;
  }

  /** The current user; rejects other requests. */
  Caller required() {
    return current()
        .orElseThrow(
            () ->
                identity.isAnonymous()
                    ? new RequestException(ErrorCode.UNAUTHENTICATED, "Log in first")
                    : new RequestException(
                        ErrorCode.FORBIDDEN, "The service of a partner has no account"));
  }
}
