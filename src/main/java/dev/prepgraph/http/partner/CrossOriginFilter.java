package dev.prepgraph.http.partner;

import dev.prepgraph.partner.PartnerDirectory;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.cors.CORSConfig;
import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;

/**
 * Quarkus's CORS filter with the origins of all partners in addition to the configured ones. Which
 * partner a page names is not known in a preflight and is checked with the request.
 */
@ApplicationScoped
class CrossOriginFilter {

  /** Quarkus's own, which is disabled. */
  private static final int PRIORITY = 300;

  private final CORSConfig config;
  private final PartnerDirectory partners;

  CrossOriginFilter(VertxHttpConfig config, PartnerDirectory partners) {
    this.config = config.cors();
    this.partners = partners;
  }

  void register(@Observes Filters filters) {
    filters.register(new CORSFilter(new WithPartners(config, partners)), PRIORITY);
  }

  /** The configured origins; contains those of partners at the time as well. */
  private static final class Origins extends AbstractList<String> {

    private final List<String> configured;
    private final PartnerDirectory partners;

    private Origins(List<String> configured, PartnerDirectory partners) {
      this.configured = configured;
      this.partners = partners;
    }

    @Override
    public String get(int index) {
      return configured.get(index);
    }

    @Override
    public int size() {
      return configured.size();
    }

    @Override
    public boolean contains(Object origin) {
      return configured.contains(origin) || partners.isOrigin((String) origin);
    }
  }

  private record WithPartners(CORSConfig configured, PartnerDirectory partners)
      implements CORSConfig {

    @Override
    public boolean enabled() {
      return true;
    }

    @Override
    public Optional<List<String>> origins() {
      return Optional.of(new Origins(configured.origins().orElse(List.of()), partners));
    }

    @Override
    public Optional<List<String>> methods() {
      return configured.methods();
    }

    @Override
    public Optional<List<String>> headers() {
      return configured.headers();
    }

    @Override
    public Optional<List<String>> exposedHeaders() {
      return configured.exposedHeaders();
    }

    @Override
    public Optional<Duration> accessControlMaxAge() {
      return configured.accessControlMaxAge();
    }

    @Override
    public Optional<Boolean> accessControlAllowCredentials() {
      return configured.accessControlAllowCredentials();
    }
  }
}
