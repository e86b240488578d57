package dev.prepgraph.partner;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * UP from the first poll on, because a replica rejects all partners before it; also from a failed
 * one on, because users need no partners.
 */
@Readiness
@ApplicationScoped
class PartnerReadiness implements HealthCheck {

  private final PartnerDirectory directory;
  private final PartnerWatcher watcher;

  PartnerReadiness(PartnerDirectory directory, PartnerWatcher watcher) {
    this.directory = directory;
    this.watcher = watcher;
  }

  @Override
  public HealthCheckResponse call() {
    boolean attempted = directory.isKnown() || watcher.hasFailed();
    return HealthCheckResponse.named("Partners").status(attempted).build();
  }
}
