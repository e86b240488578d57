package dev.prepgraph.calendar;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folds content lines (RFC 5545, section 3.1): none has more than 75 octets in UTF-8, and none ends
 * within a character. What people see as one character stays together where it fits into a line.
 */
final class ContentLines {

  private static final int MAX_OCTETS = 75;
  private static final String FOLD = "\r\n ";

  /** What people see as one character. */
  private static final Pattern CLUSTER = Pattern.compile("\\X", Pattern.DOTALL);

  private ContentLines() {}

  /**
   * Folds lines.
   *
   * @param text lines that each end with CRLF
   */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length() + text.length() / MAX_OCTETS * 3);
    text.lines().forEach(line -> fold(line, folded));
    return folded.toString();
  }

  private static void fold(String line, StringBuilder folded) {
    if (octets(line) <= MAX_OCTETS) {
      folded.append(line).append("\r\n");
      return;
    }
    int used = 0;
    for (Matcher cluster = CLUSTER.matcher(line); cluster.find(); ) {
      String shown = cluster.group();
      if (octets(shown) < MAX_OCTETS) {
        used = append(shown, used, folded);
      } else {
        for (int c : shown.codePoints().toArray()) {
          used = append(Character.toString(c), used, folded);
        }
      }
    }
    folded.append("\r\n");
  }

  /** Appends to the line, or to the next one; returns how many octets that has then. */
  private static int append(String part, int used, StringBuilder folded) {
    int octets = octets(part);
    boolean fits = used + octets <= MAX_OCTETS;
    folded.append(fits ? "" : FOLD).append(part);
    return octets + (fits ? used : 1);
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
