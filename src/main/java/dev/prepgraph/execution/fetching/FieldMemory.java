package dev.prepgraph.execution.fetching;

import dev.prepgraph.common.limits.MemoryBudget;

/** Charges the fields of a response to the memory budget of its request. */
public final class FieldMemory {

  /** Estimated bytes of a field until the response is written; also one unit of cost. */
  public static final int FIELD = 256;

  /** Estimated bytes of a list's entry beside its fields. */
  private static final int ENTRY = 128;

  private FieldMemory() {}

  static void chargeFields(int number) {
    MemoryBudget.charge((long) FIELD * number);
  }

  static void chargeEntries(int number) {
    MemoryBudget.charge((long) ENTRY * number);
  }
}
