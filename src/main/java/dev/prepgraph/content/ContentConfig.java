package dev.prepgraph.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Import of content at start. */
@ConfigMapping(prefix = "prepgraph.content")
interface ContentConfig {

  /** Imports and publishes the default pack at start, for development. */
  @WithDefault("false")
  boolean importAtStart();
}
