package dev.prepgraph.http;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Defers OpenID Connect discovery to the first token. Quarkus would do it at start and wait for the
 * identity provider, which public data does not need.
 */
@ApplicationScoped
class LateDiscovery implements TenantConfigResolver {

  private OidcTenantConfig provider;

  void defer(@Observes Oidc oidc, OidcConfig config) {
    OidcTenantConfig configured = OidcTenantConfig.of(OidcConfig.getDefaultTenant(config));
    if (!configured.tenantEnabled() || configured.publicKey().isPresent()) {
      return;
    }
    if (configured.authServerUrl().isEmpty() && configured.provider().isEmpty()) {
      throw new ConfigurationException(
          "'quarkus.oidc.auth-server-url' must be set; 'quarkus.oidc.tenant-enabled=false' serves without login");
    }
    provider = OidcTenantConfig.builder(configured).tenantId("provider").build();
    oidc.create(OidcTenantConfig.builder(configured).disableTenant().build());
  }

  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext http, OidcRequestContext<OidcTenantConfig> requests) {
    return Uni.createFrom().item(provider);
  }
}
