package dev.prepgraph.catalogue.model;

import dev.prepgraph.common.Sha256;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Makes slugs for the entries of a guide that have none, so that every entry has an id. */
final class Anchors {

  private static final int MAX_LENGTH = 80;

  private final Set<String> taken;

  /**
   * @param taken slugs that no entry without one may get; grows with each new slug
   */
  Anchors(Set<String> taken) {
    this.taken = taken;
  }

  /** The slug as given, or one made from the text: its words, with a number if they are taken. */
  String slug(String given, String text) {
    if (given != null) {
      return given;
    }
    String words = words(text);
    String slug = words;
    for (int number = 2; !taken.add(slug); number++) {
      slug = words + "-" + number;
    }
    return slug;
  }

  private static String words(String text) {
    String words =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replaceAll("\\p{M}+|['’]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (words.isEmpty()) {
      // A text without Latin letters.
      return HexFormat.of().formatHex(Sha256.of(text), 0, 6);
    }
    if (words.length() <= MAX_LENGTH) {
      return words;
    }
    int end = words.lastIndexOf('-', MAX_LENGTH);
    return words.substring(0, end < 0 ? MAX_LENGTH : end);
  }
}
