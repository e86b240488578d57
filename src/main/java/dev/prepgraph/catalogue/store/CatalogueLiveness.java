package dev.prepgraph.catalogue.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** DOWN once the catalogue's watcher died or hangs: only a restart brings new publications. */
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
