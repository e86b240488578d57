package dev.prepgraph.interview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of interviews. */
@ConfigMapping(prefix = "prepgraph.interviews")
public interface InterviewConfig {

  /** Interviews per user. */
  @WithDefault("1000")
  int perUser();

  /** Stages per user. */
  @WithDefault("30")
  int stagesPerUser();

  /** Moves per interview. */
  @WithDefault("200")
  int movesPerInterview();
}
