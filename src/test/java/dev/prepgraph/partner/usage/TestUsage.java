package dev.prepgraph.partner.usage;

import io.quarkus.arc.Arc;

/** The usage of partners, which tests store themselves. */
public final class TestUsage {

  private TestUsage() {}

  /** Stores what was counted until now. */
  public static void store() {
    Arc.container().instance(UsageFlusher.class).get().flush();
  }
}
