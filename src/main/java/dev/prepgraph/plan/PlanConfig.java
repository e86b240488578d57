package dev.prepgraph.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of plans. */
@ConfigMapping(prefix = "prepgraph.plans")
public interface PlanConfig {

  /** Maximum plans of a user. */
  @WithDefault("50")
  int perUser();

  /** Maximum items of a plan. */
  @WithDefault("5000")
  int items();

  /** Maximum custom items of a plan. */
  @WithDefault("200")
  int customItems();

  /** Maximum days up to an interview. */
  @WithDefault("1100")
  int horizonDays();
}
