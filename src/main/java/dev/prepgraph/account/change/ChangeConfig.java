package dev.prepgraph.account.change;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Notifications between replicas. */
@ConfigMapping(prefix = "prepgraph.changes")
interface ChangeConfig {

  /**
   * JDBC URL of the connection that listens; the datasource's unless set. Must bypass a pooler that
   * shares connections between transactions.
   */
  Optional<String> listenUrl();
}
