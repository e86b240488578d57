package dev.prepgraph.catalogue.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** DOWN after the catalogue watcher died or hangs, since only a restart would restore it. */
@Liveness
@ApplicationScoped
class CatalogueLiveness implements HealthCheck {

  private final CatalogueWatcher watcher;

  CatalogueLiveness(CatalogueWatcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Catalogue watcher").status(watcher.isAlive()).build();
  }
}
