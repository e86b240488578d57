package dev.prepgraph.partner.event.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks URLs of endpoints: HTTPS to a public host name, in the one spelling that all parsers read
 * alike. {@link PublicAddresses} checks what the name resolves to.
 */
public final class EndpointUrl {

  public static final int MAX_LENGTH = 1_000;

  private static final int MAX_PORT = 65_535;
  private static final Pattern CHARACTERS = Pattern.compile("[!-~&&[^\\\\\"<>^`{|}]]+");

  /** Labels of letters, digits and hyphens, the last of which no parser takes for a number. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  /** Names that are not in the public DNS (RFC 6761, RFC 6762, ICANN). */
  private static final Set<String> PRIVATE =
      Set.of(
          "arpa",
          "corp",
          "home",
          "internal",
          "invalid",
          "lan",
          "local",
          "localhost",
          "onion",
          "test");

  private EndpointUrl() {}

  /**
   * Parses a URL.
   *
   * @param insecure whether HTTP and any host are accepted
   * @return empty for an invalid one
   */
  public static Optional<URI> parse(String text, boolean insecure) {
    if (text.length() > MAX_LENGTH || !CHARACTERS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      URI url = new URI(text).parseServerAuthority();
      return isValid(url, insecure) ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isValid(URI url, boolean insecure) {
    if (url.isOpaque()
        || url.getHost() == null
        || url.getRawUserInfo() != null
        || url.getRawFragment() != null
        || url.getPort() == 0
        || url.getPort() > MAX_PORT) {
      return false;
    }
    String authority = url.getHost() + (url.getPort() == -1 ? "" : ":" + url.getPort());
    if (!authority.equals(url.getRawAuthority())) {
      return false;
    }
    return insecure && "http".equals(url.getScheme())
        || "https".equals(url.getScheme()) && (insecure || isPublicName(url.getHost()));
  }

  private static boolean isPublicName(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return NAME.matcher(name).matches()
        && !PRIVATE.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
