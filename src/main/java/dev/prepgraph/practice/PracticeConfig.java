package dev.prepgraph.practice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is kept of each user's practice. */
@ConfigMapping(prefix = "prepgraph.practice")
public interface PracticeConfig {

  /** How many questions a user may practise. */
  @WithDefault("2000")
  int questionsPerUser();

  /** How many practices of one question are kept; all of them are. */
  @WithDefault("500")
  int practicesPerQuestion();

  /** How many practices of all questions are kept; all of them are. */
  @WithDefault("50000")
  int practicesPerUser();

  /** How many timed sessions a user may have, finished or not. */
  @WithDefault("200")
  int sessionsPerUser();
}
