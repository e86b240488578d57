package dev.prepgraph.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Names who sends a request, for limits a caller: the account, else the client's network address.
 */
final class CallerKey {

  private static final int IPV6 = 16;

  /** A household or a server has so many bytes of an IPv6 address for itself. */
  private static final int IPV6_PREFIX = 8;

  private CallerKey() {}

  /**
   * The key of a request.
   *
   * @param caller who sends it; null for an anonymous request
   */
  static String of(RoutingContext http, SecurityIdentity caller) {
    if (caller != null && caller.getPrincipal() instanceof JsonWebToken token) {
      return "account " + token.getIssuer() + ' ' + token.getSubject();
    }
    return "address " + network(http.request().remoteAddress().hostAddress());
  }

  /** The address; of an IPv6 address the /64 that its client can choose from. */
  static String network(String address) {
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
