package dev.prepgraph.common.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of BCP 47 language tags, and their lookup. */
public final class LanguageTags {

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");

  private LanguageTags() {}

  public static boolean isValid(String tag) {
    return TAG.matcher(tag).matches();
  }

  /**
   * The published locales for a tag, which may be a language range: of the tag itself, then of the
   * more general ones (RFC 4647 lookup).
   */
  public static List<String> lookup(String wanted, List<String> published) {
    List<String> found = new ArrayList<>();
    for (String tag = wanted;
        !tag.isEmpty();
        tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')))) {
      for (String candidate : published) {
        if (candidate.equalsIgnoreCase(tag)) {
          found.add(candidate);
        }
      }
    }
    return found;
  }

  /** The first that {@link #lookup} finds. */
  public static Optional<String> best(String wanted, List<String> published) {
    return lookup(wanted, published).stream().findFirst();
  }
}
