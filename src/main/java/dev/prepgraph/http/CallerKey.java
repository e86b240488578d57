package dev.prepgraph.http;

import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.PartnerIdentity;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Identifies the sender of a request for per-caller limits: by the partner whose service it is, by
 * account, else by network address.
 */
public final class CallerKey {

  private static final int IPV6 = 16;

  /** One client can use all addresses of a /64. */
  private static final int IPV6_PREFIX = 8;

  private CallerKey() {}

  /**
   * @param caller null for an anonymous request
   */
  public static String of(RoutingContext http, SecurityIdentity caller) {
    Optional<PartnerIdentity> partner = CurrentPartner.of(http);
    if (caller != null && partner.isPresent() && partner.get().isMachine()) {
      return "partner " + partner.get().partner().id();
    }
    if (caller != null && caller.getPrincipal() instanceof JsonWebToken token) {
      return "account " + token.getIssuer() + ' ' + token.getSubject();
    }
    return "address " + network(http.request().remoteAddress().hostAddress());
  }

  public static String network(String address) {
    if (address == null || address.indexOf(':') < 0) {
      return String.valueOf(address);
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of()
          .formatHex(bytes.length == IPV6 ? Arrays.copyOf(bytes, IPV6_PREFIX) : bytes);
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
