package dev.prepgraph.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of each user's saved answers. */
@ConfigMapping(prefix = "prepgraph.answers")
public interface AnswerConfig {

  /** Maximum saved answers of a user. */
  @WithDefault("2000")
  int perUser();

  /** Newest revisions of an answer that are all stored. */
  @WithDefault("100")
  int newestRevisions();

  /** Days for which the last revision of each day (UTC) is also stored. */
  @WithDefault("365")
  int dailyRevisions();
}
