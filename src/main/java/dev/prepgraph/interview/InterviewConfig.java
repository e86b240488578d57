package dev.prepgraph.interview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is kept of each user's interviews. */
@ConfigMapping(prefix = "prepgraph.interviews")
public interface InterviewConfig {

  /** How many interviews a user may have. */
  @WithDefault("1000")
  int perUser();

  /** How many stages a user may have. */
  @WithDefault("30")
  int stagesPerUser();

  /** How many times an interview may be moved. */
  @WithDefault("200")
  int movesPerInterview();
}
