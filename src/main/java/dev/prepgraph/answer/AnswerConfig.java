package dev.prepgraph.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is kept of each user's answers. */
@ConfigMapping(prefix = "prepgraph.answers")
public interface AnswerConfig {

  /** How many answers a user may have. */
  @WithDefault("2000")
  int perUser();

  /** How many of an answer's newest revisions are all kept. */
  @WithDefault("100")
  int newestRevisions();

  /** For how many days the last revision of each day (UTC) is kept beside the newest ones. */
  @WithDefault("365")
  int dailyRevisions();
}
