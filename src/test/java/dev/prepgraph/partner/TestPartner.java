package dev.prepgraph.partner;

import dev.prepgraph.IdentityProvider;
import dev.prepgraph.OwnerSql;
import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;

/** An active partner with one origin, which this replica knows. */
public record TestPartner(UUID id, String slug, String origin) {

  /**
   * @param scopes names of {@link PartnerScope}
   */
  public static TestPartner create(String... scopes) {
    UUID id = UUID.randomUUID();
    TestPartner partner = new TestPartner(id, "p-" + id, "https://" + id + ".example");
    OwnerSql.execute(
        """
        insert into partner.partner (id, slug, name, client_id, login_client_id, scopes, origins)
        values (?, ?, 'A partner', ?, ?, string_to_array(?, ','), array[?])
        """,
        id,
        partner.slug(),
        partner.clientId(),
        partner.loginClientId(),
        String.join(",", scopes),
        partner.origin());
    refresh();
    return partner;
  }

  /** Makes all changes known to this replica. */
  public static void refresh() {
    try {
      Arc.container().instance(PartnerWatcher.class).get().poll();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public String clientId() {
    return "client-of-" + id;
  }

  public String loginClientId() {
    return "login-of-" + id;
  }

  /** The token of its service, as Keycloak issues it. */
  public String token() {
    return token(clientId());
  }

  /** The token of a client for itself, as Keycloak issues it. */
  public static String token(String clientId) {
    return IdentityProvider.clientToken(clientId);
  }

  /** The token of a user who has logged in on its site. */
  public String userToken(String user) {
    JwtClaims claims = IdentityProvider.claims(user);
    claims.setClaim("azp", loginClientId());
    return IdentityProvider.sign(claims);
  }

  public void revoke() {
    OwnerSql.execute("update partner.partner set revoked_at = now() where id = ?", id);
    refresh();
  }
}
