package dev.prepgraph.catalogue.model;

/** Something that takes its part of the cache's bound. */
public interface Weighted {

  /** Roughly how many bytes of the heap it takes. */
  int weight();

  /**
   * The weight of a parsed document: at worst two bytes a character, and as much again for what
   * holds the texts.
   */
  default int weightOf(int characters) {
    return 500 + 3 * characters;
  }
}
