package dev.prepgraph.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much users may plan. */
@ConfigMapping(prefix = "prepgraph.plans")
public interface PlanConfig {

  /** How many plans a user may have. */
  @WithDefault("50")
  int perUser();

  /** How many items a plan may have. */
  @WithDefault("5000")
  int items();

  /** How many of those may be the user's own. */
  @WithDefault("200")
  int customItems();

  /** How many days ahead an interview may be. */
  @WithDefault("1100")
  int horizonDays();
}
