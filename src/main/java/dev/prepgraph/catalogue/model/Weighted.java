package dev.prepgraph.catalogue.model;

/** An entry of the catalogue cache, which is bounded by weight. */
public interface Weighted {

  /** Any value with its estimated weight. */
  record Value<T>(T value, int weight) implements Weighted {}

  /** A text with its estimated weight, of which the key is part. */
  static Value<String> ofText(Object key, String text) {
    return new Value<>(text, 400 + 2 * (key.toString().length() + text.length()));
  }

  /** Estimated heap in bytes. */
  int weight();

  /** The weight of a parsed document: two bytes a character at worst, and as much for objects. */
  default int weightOf(Record document) {
    return 500 + 3 * document.toString().length();
  }
}
