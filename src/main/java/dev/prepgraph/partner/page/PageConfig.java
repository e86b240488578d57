package dev.prepgraph.partner.page;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What search engines and other sites read of guides. */
@ConfigMapping(prefix = "prepgraph.pages")
public interface PageConfig {

  /**
   * The address at which the public reaches this service, for example https://api.example.com; that
   * of each request by default.
   */
  Optional<String> publicUrl();

  /** Maximum URLs of a file of a sitemap. */
  @WithDefault("50000")
  int sitemapUrls();

  /** Heap for all sitemaps that are written at the same time. */
  @WithDefault("96M")
  MemorySize memory();
}
