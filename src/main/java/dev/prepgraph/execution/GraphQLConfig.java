package dev.prepgraph.execution;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Caches, introspection and logging of the GraphQL endpoint. */
@ConfigMapping(prefix = "prepgraph.graphql")
public interface GraphQLConfig {

  /** Estimated heap of the document cache. */
  @WithDefault("16M")
  MemorySize documentCache();

  /** Estimated heap of the cache of anonymous responses; 0 disables it. */
  @WithDefault("16M")
  MemorySize responseCache();

  /** How long browsers and CDNs may reuse the response to an anonymous GET without revalidation. */
  @WithDefault("30s")
  Duration maxAge();

  /** Whether clients may read the schema, by introspection and as a file. */
  @WithDefault("true")
  boolean introspection();

  /** Operations that take longer are logged. */
  @WithDefault("1s")
  Duration slow();
}
