package dev.prepgraph.catalogue.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the published catalogue is served. */
@ConfigMapping(prefix = "prepgraph.catalogue")
public interface CatalogueConfig {

  /** How much of the heap published guides and lists may take, roughly; 0 turns the cache off. */
  @WithDefault("64M")
  MemorySize cacheSize();

  /** How often to ask for a new publication where the database's notification does not arrive. */
  @WithDefault("2s")
  Duration pollInterval();

  /** For how long a standby that failed is left alone. */
  @WithDefault("5s")
  Duration standbyRetry();
}
