package dev.prepgraph.catalogue.model;

/** An entry of the catalogue cache, which is bounded by weight. */
public interface Weighted {

  /** Any value with its estimated weight. */
  record Value<T>(T value, int weight) implements Weighted {}

  /** A text with its estimated weight. */
  static Value<String> ofText(String text) {
    return new Value<>(text, 400 + 2 * text.length());
  }

  /** Estimated heap in bytes, without the key. */
  int weight();

  /** The weight of a parsed document: two bytes a character at worst, and as much for objects. */
  default int weightOf(Record document) {
    return 500 + 3 * document.toString().length();
  }
}
