package dev.prepgraph.common.limits;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * The names of all fields that are selected below the running field, at any depth, so that a
 * resolver reads no more than is shown. Unknown outside a field's own method.
 */
public final class SelectedNames {

  private static final ThreadLocal<Set<String>> CURRENT = new ThreadLocal<>();

  private SelectedNames() {}

  /** Runs a field's method. */
  public static <T> T call(Set<String> names, Callable<T> method) throws Exception {
    Set<String> outer = CURRENT.get();
    CURRENT.set(names);
    try {
      return method.call();
    } finally {
      CURRENT.set(outer);
    }
  }

  /** Whether any of these names may be selected. */
  public static boolean mayInclude(Set<String> names) {
    Set<String> selected = CURRENT.get();
    return selected == null || !Collections.disjoint(selected, names);
  }

  /** Whether nothing but some of these names is selected. */
  public static boolean areAmong(Set<String> names) {
    Set<String> selected = CURRENT.get();
    return selected != null && names.containsAll(selected);
  }
}
