package dev.prepgraph.partner.usage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Statistics of partners. */
@ConfigMapping(prefix = "prepgraph.usage")
interface UsageConfig {

  /** Interval in which a replica stores its counts; a crash loses those since the last time. */
  @WithDefault("10s")
  Duration flushInterval();
}
