package dev.prepgraph.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How accounts are kept. */
@ConfigMapping(prefix = "prepgraph.account")
interface AccountConfig {

  /**
   * What accounts are kept under instead of the tokens' issuer. For a provider that moved, so that
   * its users keep what is theirs.
   */
  Optional<String> issuer();

  /** How far ahead a token may expire; one that lives longer is refused. */
  @WithDefault("24H")
  Duration maxTokenLifetime();
}
