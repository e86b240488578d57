package dev.prepgraph.site;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where users of the site log in. */
@ApplicationScoped
class SiteLogin {

  /**
   * Scripts and styles of the site alone; pages send nothing to anybody but the service and the
   * login.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'%s;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Optional<String> authority;
  private final boolean enabled;

  SiteLogin(
      SiteConfig config,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> server,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "true")
          boolean enabled) {
    authority = config.authority().or(() -> server);
    this.enabled = enabled;
  }

  /** Its address, as the client's browser reaches it; null without a login. */
  String authority(HttpServerRequest request) {
    if (!enabled || authority.isEmpty()) {
      return null;
    }
    return LaunchMode.current() == LaunchMode.DEVELOPMENT
        ? request.scheme() + "://" + request.authority() + "/dev/login"
        : authority.get();
  }

  String contentSecurityPolicy(HttpServerRequest request) {
    String address = authority(request);
    return POLICY.formatted(address == null ? "" : " " + origin(URI.create(address)));
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }
}
