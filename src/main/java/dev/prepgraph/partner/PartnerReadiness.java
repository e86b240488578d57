package dev.prepgraph.partner;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** UP from the first poll on, because a replica rejects all partners before it. */
@Readiness
@ApplicationScoped
class PartnerReadiness implements HealthCheck {

  private final PartnerDirectory directory;

  PartnerReadiness(PartnerDirectory directory) {
    this.directory = directory;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Partners").status(directory.isKnown()).build();
  }
}
