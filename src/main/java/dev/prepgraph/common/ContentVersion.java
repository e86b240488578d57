package dev.prepgraph.common;

import java.util.List;
import java.util.function.Supplier;

/** The version of the public content, for caches of responses and texts made from it. */
public interface ContentVersion {

  /**
   * The public content at one time.
   *
   * @param version changes with everything that anonymous callers can see
   * @param locales those of published texts, the default first
   */
  record Current(String version, List<String> locales) {}

  /** Null while unknown. Never blocks. */
  Current current();

  /** A text that is computed from public content alone, cached while that is current. */
  String cached(Object key, Supplier<String> computation);
}
