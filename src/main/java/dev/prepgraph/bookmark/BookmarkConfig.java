package dev.prepgraph.bookmark;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of bookmarks. */
@ConfigMapping(prefix = "prepgraph.bookmarks")
public interface BookmarkConfig {

  /** Maximum bookmarks of a user. */
  @WithDefault("2000")
  int perUser();
}
