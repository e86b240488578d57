package dev.prepgraph.partner.overlay;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of overlays. */
@ConfigMapping(prefix = "prepgraph.overlays")
public interface OverlayConfig {

  /** Maximum overlays of a partner. */
  @WithDefault("1000")
  int perPartner();

  /** Maximum valid preview tokens of a partner. */
  @WithDefault("50")
  int previews();

  /** Estimated heap of cached overlays and addresses; 0 disables the cache. */
  @WithDefault("32M")
  MemorySize cacheSize();
}
