package dev.prepgraph.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The site at {@code /}. */
@ConfigMapping(prefix = "prepgraph.site")
public interface SiteConfig {

  /** Whether the site and its documentation are served. */
  @WithDefault("false")
  boolean enabled();

  /** The address of the OpenID Connect provider for browsers; by default that of the service. */
  Optional<String> authority();

  /** Origins of endpoints of the provider that its address does not have. */
  Optional<List<String>> loginOrigins();

  /** The public client at the provider that users of the site log in with. */
  @WithDefault("prepgraph-site")
  String clientId();

  /** The scopes of its tokens, which must have the service as their audience. */
  @WithDefault("openid")
  String scope();
}
