package dev.prepgraph.common.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.stream.Collectors;

/**
 * The languages that a client accepts (RFC 9110, 12.5.4). A header that is malformed or too long
 * counts as none, because browsers and proxies send it, not the caller.
 *
 * @param ranges the greatest weight first
 */
public record AcceptLanguage(List<LanguageRange> ranges) {

  /** Of all fields together, in characters; browsers send fewer than 100. */
  static final int MAX_LENGTH = 500;

  /** Accepts any language. */
  public static final AcceptLanguage ANY = new AcceptLanguage(List.of());

  private static final String WILDCARD = "*";

  /**
   * Parses the values of all header fields.
   *
   * @param fields may be empty
   */
  public static AcceptLanguage of(List<String> fields) {
    String header = String.join(",", fields);
    if (header.isEmpty() || header.length() > MAX_LENGTH) {
      return ANY;
    }
    // Empty elements are allowed (RFC 9110, 5.6.1.2), and so are tabs, but not to the JDK.
    String list =
        Arrays.stream(header.replace('\t', ' ').split(","))
            .filter(element -> !element.isBlank())
            .collect(Collectors.joining(","));
    try {
      return new AcceptLanguage(LanguageRange.parse(list));
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      return ANY;
    }
  }

  /**
   * The best of the published locales; null where the client asks for none of them.
   *
   * @param published the default first
   */
  public String lookup(List<String> published) {
    for (LanguageRange range : ranges) {
      if (range.getWeight() == 0) {
        break;
      }
      List<String> found =
          range.getRange().equals(WILDCARD)
              ? published.stream().filter(this::isUnnamed).toList()
              : LanguageTags.lookup(range.getRange(), published);
      if (!found.isEmpty()) {
        return range.getRange().equals(WILDCARD) && found.contains(published.get(0))
            ? null
            : found.get(0);
      }
    }
    return null;
  }

  /** A wildcard stands for the languages that no other range names. */
  private boolean isUnnamed(String locale) {
    return ranges.stream()
        .allMatch(range -> LanguageTags.lookup(locale, List.of(range.getRange())).isEmpty());
  }
}
