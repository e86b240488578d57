package dev.prepgraph.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where content comes from. */
@ConfigMapping(prefix = "prepgraph.content")
interface ContentConfig {

  /** Whether to import and publish the default pack at start: for development. */
  @WithDefault("false")
  boolean importAtStart();
}
