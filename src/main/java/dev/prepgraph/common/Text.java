package dev.prepgraph.common;

import java.text.Normalizer;
import java.util.Locale;

/** Blankness, length and equality of user text by Unicode, which the JDK's methods neglect. */
public final class Text {

  private Text() {}

  /**
   * Whether a text has nothing visible: only white space, control and format characters, fillers,
   * and marks without a base.
   */
  public static boolean isBlank(String text) {
    return text.codePoints().noneMatch(c -> !isSpace(c) && !isIgnorable(c) && !isMark(c));
  }

  /** The length in Unicode code points, the unit of all limits. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The first code points of a text. */
  public static String truncate(String text, int most) {
    return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /**
   * The key of a name, equal for names that differ only in white space, invisible characters, case
   * or normal form.
   */
  public static String nameKey(String name) {
    String folded = folded(composed(name));
    StringBuilder key = new StringBuilder();
    boolean apart = false;
    for (int c : composed(folded).codePoints().toArray()) {
      if (isSpace(c)) {
        apart = !key.isEmpty();
      } else if (!isIgnorable(c)) {
        key.append(apart ? " " : "").appendCodePoint(c);
        apart = false;
      }
    }
    return key.toString();
  }

  /** Without case. Each mapping alone leaves letters apart: ẞ and ß, ı and i. */
  private static String folded(String text) {
    return text.replace('İ', 'I') // its lower case has a combining dot
        .toLowerCase(Locale.ROOT)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Unicode's White_Space. */
  private static boolean isSpace(int c) {
    return Character.isSpaceChar(c) || c >= '\t' && c <= '\r' || c == 0x85;
  }

  /** Characters without a glyph, though Unicode classifies some as letters, marks or symbols. */
  private static boolean isIgnorable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      default ->
          switch (c) {
            // Grapheme joiner; Hangul and Khmer fillers; empty Braille pattern and note head.
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x1D159 -> true;
            default ->
                // Variation selectors; tags; reserved default ignorables.
                c >= 0x180B && c <= 0x180F
                    || c >= 0xFE00 && c <= 0xFE0F
                    || c >= 0xFFF0 && c <= 0xFFF8
                    || c == 0x2065
                    || c >= 0xE0000 && c <= 0xE0FFF;
          };
    };
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
