package dev.prepgraph.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Budgets of callers in points: the cost of an operation, and more for each mutation. A budget must
 * exceed the most that one operation may cost.
 */
@ConfigMapping(prefix = "prepgraph.budget")
public interface BudgetConfig {

  /** Points of a user, on all replicas together. */
  @WithDefault("30000000")
  int userPoints();

  /** Points a second that a user's budget regains. */
  @WithDefault("300000")
  int userRestoreRate();

  /** Points of a partner's service, on all replicas together; a partner may have its own number. */
  @WithDefault("200000000")
  int partnerPoints();

  /** Points a second that the budget of a partner's service regains. */
  @WithDefault("10000000")
  int partnerRestoreRate();

  /** Points of an address without login, on each replica. */
  @WithDefault("200000000")
  int anonymousPoints();

  /** Points a second that the budget of an address regains. */
  @WithDefault("10000000")
  int anonymousRestoreRate();

  /**
   * How long an operation waits for its caller's budget in the database, because a replica that
   * hangs while it holds the row must not stop the caller on others.
   */
  @WithDefault("1s")
  Duration timeout();

  /** Budgets in memory, shared and local ones each; the least recently used go first. */
  @WithDefault("20000")
  int callers();
}
