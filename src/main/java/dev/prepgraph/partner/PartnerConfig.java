package dev.prepgraph.partner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How quickly changes of partners are in force. */
@ConfigMapping(prefix = "prepgraph.partner")
interface PartnerConfig {

  /** Interval of polls for changes of partners. */
  @WithDefault("1s")
  Duration pollInterval();

  /**
   * Time without a successful poll after which partners are refused (503), because one may have
   * been revoked.
   */
  @WithDefault("4s")
  Duration maxStaleness();
}
