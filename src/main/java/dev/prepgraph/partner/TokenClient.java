package dev.prepgraph.partner;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The OAuth client that a token was issued to.
 *
 * @param id null when the token does not tell
 * @param isMachine whether the client acts for itself, by client credentials, and not for a user
 */
public record TokenClient(String id, boolean isMachine) {

  /** Claims with the client: OpenID Connect's, RFC 9068's, Entra's and Okta's. */
  private static final List<String> CLAIMS = List.of("azp", "client_id", "appid", "cid");

  /** The subject of Auth0's tokens for client credentials ends so. */
  private static final String AUTH0 = "@clients";

  /** Keycloak's name of the user that stands for a client. */
  private static final String KEYCLOAK = "service-account-";

  public static TokenClient of(JsonWebToken token) {
    String id =
        CLAIMS.stream()
            .map(claim -> text(token, claim))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (id == null) {
      return new TokenClient(null, false);
    }
    if ((KEYCLOAK + id.toLowerCase(Locale.ROOT)).equals(text(token, "preferred_username"))) {
      return new TokenClient(isKeycloakMachine(token, id) ? id : null, true);
    }
    return new TokenClient(id, isMachine(token, id));
  }

  /** Claims that Keycloak takes from a session of client credentials; users choose their names. */
  private static boolean isKeycloakMachine(JsonWebToken token, String id) {
    return id.equals(text(token, "client_id")) || id.equals(text(token, "clientId"));
  }

  private static boolean isMachine(JsonWebToken token, String id) {
    String subject = token.getSubject();
    return id.equals(subject) // RFC 9068, 2.2
        || (id + AUTH0).equals(subject)
        || subject != null && subject.equals(text(token, "oid")) // Entra's without idtyp
        || "client-credentials".equals(text(token, "gty"))
        || "app".equals(text(token, "idtyp")); // Entra
  }

  private static String text(JsonWebToken token, String claim) {
    return token.getClaim(claim) instanceof String text ? text : null;
  }
}
