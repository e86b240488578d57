package dev.prepgraph.practice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of each user's practice. */
@ConfigMapping(prefix = "prepgraph.practice")
public interface PracticeConfig {

  /** Maximum practised questions. */
  @WithDefault("2000")
  int questionsPerUser();

  /** Maximum practices of one question; none is dropped. */
  @WithDefault("500")
  int practicesPerQuestion();

  /** Maximum practices of all questions; none is dropped. */
  @WithDefault("50000")
  int practicesPerUser();

  /** Maximum ratings of answers by a criterion, of all revisions that are stored. */
  @WithDefault("100000")
  int assessmentsPerUser();

  /** Maximum timed sessions, finished or not. */
  @WithDefault("200")
  int sessionsPerUser();
}
