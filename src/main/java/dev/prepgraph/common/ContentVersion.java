package dev.prepgraph.common;

/** The version of the public content, for caches of what is made from it. */
public interface ContentVersion {

  /** Changes with everything that anonymous callers can see; null while unknown. Never blocks. */
  String current();
}
