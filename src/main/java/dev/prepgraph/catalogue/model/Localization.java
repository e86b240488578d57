package dev.prepgraph.catalogue.model;

import dev.prepgraph.common.json.ParsedOnUse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A published object in a language.
 *
 * @param published false for a withdrawn one, whose readers see the next language
 * @param texts number of texts of the object's page
 * @param translated number of those in the language
 */
@RegisterForReflection
@ParsedOnUse
public record Localization(
    String locale,
    boolean published,
    int texts,
    int translated,
    Instant firstPublishedAt,
    Instant contentChangedAt) {

  private static final String UNTRANSLATED = "en";

  /** The first publication of what a reader with a locale sees; empty if it is not known. */
  public static Optional<Instant> firstPublishedAt(List<Localization> all, String locale) {
    for (String tag = locale; tag != null; tag = next(tag)) {
      Localization found = find(all, tag);
      if (found != null && found.published()) {
        return Optional.of(found.firstPublishedAt());
      }
    }
    return Optional.empty();
  }

  /**
   * The last change of what a reader with a locale sees, which may be the withdrawal of its
   * localization; empty if it is not known.
   */
  public static Optional<Instant> contentChangedAt(List<Localization> all, String locale) {
    Instant last = Instant.MIN;
    for (String tag = locale; tag != null; tag = next(tag)) {
      Localization found = find(all, tag);
      if (found != null && found.contentChangedAt().isAfter(last)) {
        last = found.contentChangedAt();
      }
      if (found != null && found.published()) {
        return Optional.of(last);
      }
    }
    return Optional.empty();
  }

  /** Tags of clients may differ in case. */
  private static Localization find(List<Localization> all, String locale) {
    return all.stream().filter(l -> l.locale().equalsIgnoreCase(locale)).findFirst().orElse(null);
  }

  /** The locale that a text falls back to; null behind the last. */
  private static String next(String locale) {
    int end = locale.lastIndexOf('-');
    return end > 0 ? locale.substring(0, end) : locale.equals(UNTRANSLATED) ? null : UNTRANSLATED;
  }
}
