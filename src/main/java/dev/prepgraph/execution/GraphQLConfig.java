package dev.prepgraph.execution;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How GraphQL is served. */
@ConfigMapping(prefix = "prepgraph.graphql")
public interface GraphQLConfig {

  /** How much of the heap checked documents may take, roughly. */
  @WithDefault("16M")
  MemorySize documentCache();

  /** How much of the heap answers to anonymous queries may take; 0 has every query executed. */
  @WithDefault("16M")
  MemorySize responseCache();

  /** How long browsers and CDNs may reuse an answer to an anonymous GET without asking. */
  @WithDefault("30s")
  Duration maxAge();

  /** What takes longer has a line in the log. */
  @WithDefault("1s")
  Duration slow();
}
