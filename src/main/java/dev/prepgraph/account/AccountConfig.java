package dev.prepgraph.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Identities of accounts, and the lifetime of their tokens. */
@ConfigMapping(prefix = "prepgraph.account")
interface AccountConfig {

  /**
   * Stored issuer of all accounts in place of the tokens' own; after a provider's move its users
   * keep their accounts.
   */
  Optional<String> issuer();

  /** Maximal remaining lifetime of a token; others are rejected. */
  @WithDefault("24H")
  Duration maxTokenLifetime();
}
