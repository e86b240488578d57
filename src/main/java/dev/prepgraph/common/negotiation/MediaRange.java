package dev.prepgraph.common.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A media type of a {@code Content-Type} or media range of an {@code Accept} header (RFC 9110,
 * 12.5.1).
 *
 * @param type without parameters, in lower case
 * @param charset in lower case, or null
 * @param weight 0 to 1; 0 excludes the range
 */
public record MediaRange(String type, String charset, double weight) {

  /** All ranges of a header; Vert.x parses its first line only. */
  public static List<MediaRange> of(List<String> lines) {
    return lines.stream()
        .flatMap(line -> split(line, ',').stream())
        .map(MediaRange::parse)
        .toList();
  }

  private static MediaRange parse(String range) {
    List<String> parts = split(range, ';');
    String charset = null;
    double weight = 1;
    for (String parameter : parts.subList(1, parts.size())) {
      String[] pair = parameter.split("=", 2);
      String name = pair[0].strip().toLowerCase(Locale.ROOT);
      String value = pair.length == 1 ? "" : pair[1].strip().replace("\"", "");
      if (name.equals("q")) {
        weight = weight(value);
        break; // extensions follow
      } else if (name.equals("charset")) {
        charset = value.toLowerCase(Locale.ROOT);
      }
    }
    String type = parts.get(0).toLowerCase(Locale.ROOT);
    return new MediaRange(type.equals("*") ? "*/*" : type, charset, weight);
  }

  /** A malformed weight does not exclude the range. */
  private static double weight(String value) {
    return value.matches("0(\\.[0-9]*)?|\\.[0-9]+") ? Double.parseDouble(value) : 1;
  }

  /** Splits at separators outside of quoted strings. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    parts.add(text.substring(begin).strip());
    return parts;
  }

  public boolean isUtf8() {
    return charset == null || charset.equals("utf-8");
  }

  /** How specifically the range matches a media type in UTF-8; 0 when it does not. */
  public int specificity(String mediaType) {
    if (!isUtf8() && !charset.equals("*")) {
      return 0;
    }
    if (type.equals(mediaType)) {
      return charset == null ? 3 : 4;
    }
    if (type.equals("application/*")) {
      return 2;
    }
    return type.equals("*/*") ? 1 : 0;
  }
}
