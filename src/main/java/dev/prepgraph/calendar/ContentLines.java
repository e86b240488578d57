package dev.prepgraph.calendar;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folds content lines (RFC 5545, section 3.1) to at most 75 octets of UTF-8, between grapheme
 * clusters where they fit into a line, else between code points.
 */
final class ContentLines {

  private static final int MAX_OCTETS = 75;
  private static final String FOLD = "\r\n ";

  private static final Pattern GRAPHEME = Pattern.compile("\\X", Pattern.DOTALL);

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
    for (Matcher cluster = GRAPHEME.matcher(line); cluster.find(); ) {
      String grapheme = cluster.group();
      if (octets(grapheme) < MAX_OCTETS) {
        used = append(grapheme, used, folded);
      } else {
        for (int c : grapheme.codePoints().toArray()) {
          used = append(Character.toString(c), used, folded);
        }
      }
    }
    folded.append("\r\n");
  }

  /** Appends to the line or begins the next; returns the octets of the last line. */
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
