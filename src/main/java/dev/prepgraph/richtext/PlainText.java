package dev.prepgraph.richtext;

/** Text in one line. */
final class PlainText {

  private static final String ELLIPSIS = "…";

  private final StringBuilder text = new StringBuilder();

  /** Appends a text, with one space for any white space. */
  void append(String appended) {
    appended
        .codePoints()
        .forEach(
            c -> {
              if (!isSpace(c)) {
                text.appendCodePoint(c);
              } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
              }
            });
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  @Override
  public String toString() {
    return text.toString().strip();
  }

  /** Shortens a text to a number of code points, behind a word where it has more than one. */
  static String cut(String text, int maxLength) {
    if (text.codePointCount(0, text.length()) <= maxLength) {
      return text;
    }
    int end = text.offsetByCodePoints(0, maxLength - 1);
    if (text.charAt(end) != ' ') {
      int space = text.lastIndexOf(' ', end);
      end = space < 0 ? end : space;
    }
    while (end > 0 && " ,;:–-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end) + ELLIPSIS;
  }
}
