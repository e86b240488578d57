package dev.prepgraph.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where users of the site log in. */
@ApplicationScoped
class SiteLogin {

  /** Scripts and styles of the site alone; pages connect only to the service and the login. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'%s;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final String authority;
  private final String contentSecurityPolicy;

  SiteLogin(
      SiteConfig config,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> server,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "true")
          boolean enabled) {
    authority = enabled ? config.authority().or(() -> server).orElse(null) : null;
    Stream<String> provider =
        Stream.ofNullable(authority)
            .map(URI::create)
            .filter(URI::isAbsolute)
            .map(address -> address.getScheme() + "://" + address.getRawAuthority());
    Stream<String> others =
        authority == null ? Stream.empty() : config.loginOrigins().orElse(List.of()).stream();
    contentSecurityPolicy =
        POLICY.formatted(
            Stream.concat(provider, others).map(" "::concat).collect(Collectors.joining()));
  }

  /** Its address, as the client's browser reaches it; null without a login. */
  String authority() {
    return authority;
  }

  String contentSecurityPolicy() {
    return contentSecurityPolicy;
  }
}
