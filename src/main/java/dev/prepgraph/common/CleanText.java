package dev.prepgraph.common;

import dev.prepgraph.common.error.RequestException;

/** Rejects text that PostgreSQL cannot store: U+0000 and unpaired surrogates. */
public final class CleanText {

  private CleanText() {}

  /** Throws a {@link RequestException} for such text. */
  public static void check(String text) {
    if (text.codePoints().anyMatch(CleanText::isRejected)) {
      throw RequestException.badRequest("A text holds characters that are not allowed");
    }
  }

  private static boolean isRejected(int codePoint) {
    return codePoint == 0
        || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
