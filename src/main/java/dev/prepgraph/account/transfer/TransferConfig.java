package dev.prepgraph.account.transfer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of exports and imports by HTTP. */
@ConfigMapping(prefix = "prepgraph.transfer")
interface TransferConfig {

  /** Disk space in java.io.tmpdir for all transfers; one account gets a quarter of it. */
  @WithDefault("2G")
  MemorySize disk();

  /** A client that transfers less than {@link #minimum} within this time is disconnected. */
  @WithDefault("60s")
  Duration patience();

  /** The minimum that a client transfers within {@link #patience}. */
  @WithDefault("480K")
  MemorySize minimum();
}
