package dev.prepgraph.catalogue.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Cache and replication of the published catalogue. */
@ConfigMapping(prefix = "prepgraph.catalogue")
public interface CatalogueConfig {

  /** Estimated heap of cached guides, questions and lists; 0 disables the cache. */
  @WithDefault("64M")
  MemorySize cacheSize();

  /** Interval of polls for a new publication, where notifications do not arrive. */
  @WithDefault("2s")
  Duration pollInterval();

  /** Back-off after a failure of the standby. */
  @WithDefault("5s")
  Duration standbyRetry();
}
