package dev.prepgraph.common;

import dev.prepgraph.common.error.RequestException;

/** Refuses text that the database could not hold: U+0000, and halves of surrogate pairs. */
public final class CleanText {

  private CleanText() {}

  /**
   * Checks a text from a client.
   *
   * @throws RequestException when it holds such a character
   */
  public static void check(String text) {
    if (text.codePoints().anyMatch(CleanText::isRefused)) {
      throw RequestException.badRequest("A text holds characters that are not allowed");
    }
  }

  private static boolean isRefused(int codePoint) {
    return codePoint == 0
        || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
