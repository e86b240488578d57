package dev.prepgraph.common;

/**
 * Tells which state of the public content answers are made from, so that they can be kept while it
 * lasts.
 */
public interface ContentVersion {

  /**
   * Another text after every change of what anonymous callers can see; null while it is not known.
   * Never blocks.
   */
  String current();
}
