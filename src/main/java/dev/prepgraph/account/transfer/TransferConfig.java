package dev.prepgraph.account.transfer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of exports and imports by HTTP. */
@ConfigMapping(prefix = "prepgraph.transfer")
interface TransferConfig {

  /** Disk space in java.io.tmpdir for all files on their way; one account gets a quarter of it. */
  @WithDefault("2G")
  MemorySize disk();

  /** A client that moves less than {@link #minimum} within this time is disconnected. */
  @WithDefault("60s")
  Duration patience();

  /** How much a client has to send or take within {@link #patience}. */
  @WithDefault("480K")
  MemorySize minimum();
}
