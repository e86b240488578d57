package dev.prepgraph.common;

import java.util.function.Supplier;

/** The version of the public content, for caches of responses and texts made from it. */
public interface ContentVersion {

  /** Changes with everything that anonymous callers can see; null while unknown. Never blocks. */
  String current();

  /** A text that is computed from public content alone, cached while that is current. */
  String cached(Object key, Supplier<String> computation);
}
