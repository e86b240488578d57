package dev.prepgraph.catalogue.store;

import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.language.LanguageTags;
import dev.prepgraph.richtext.RichText;
import java.util.List;
import java.util.Map;

/**
 * The order in which translations are tried: a locale, then its language, then the untranslated
 * text (RFC 4647 lookup).
 *
 * @param preferred published locales, best first; empty for the untranslated text
 */
public record Languages(List<String> preferred) {

  /** The locale of the untranslated texts. */
  public static final String DEFAULT = "en";

  /** Resolves a BCP 47 language tag, which may be null, against the published locales. */
  static Languages of(String wanted, List<String> published) {
    if (wanted == null) {
      return new Languages(List.of());
    }
    if (!LanguageTags.isValid(wanted)) {
      throw RequestException.badRequest(
          "locale must be a BCP 47 language tag, for example en or de-AT");
    }
    List<String> preferred = LanguageTags.lookup(wanted, published);
    // The untranslated text is always found, so locales after it are never tried.
    int last = preferred.indexOf(DEFAULT);
    return new Languages(List.copyOf(last < 0 ? preferred : preferred.subList(0, last)));
  }

  /** The best of the published locales, or the default. */
  public String best() {
    return preferred.isEmpty() ? DEFAULT : preferred.get(0);
  }

  /** The locale of the text of a field. */
  public String resolve(Map<String, Map<String, String>> translations, String field) {
    if (translations != null) {
      for (String locale : preferred) {
        if (translations.getOrDefault(locale, Map.of()).containsKey(field)) {
          return locale;
        }
      }
    }
    return DEFAULT;
  }

  /** The locale of the value in the best language. */
  public String resolve(Map<String, ?> translations) {
    return preferred.stream().filter(translations::containsKey).findFirst().orElse(DEFAULT);
  }

  /** The value in the best language. */
  public <T> T value(Map<String, T> translations, T untranslated) {
    String locale = resolve(translations);
    return locale.equals(DEFAULT) ? untranslated : translations.get(locale);
  }

  /** The text of a field in the best language. */
  public String text(
      Map<String, Map<String, String>> translations, String field, String untranslated) {
    String locale = resolve(translations, field);
    return locale.equals(DEFAULT) ? untranslated : translations.get(locale).get(field);
  }

  /** The Markdown of a field in the best language, or null without a text. */
  public RichText rich(
      Map<String, Map<String, String>> translations, String field, String untranslated) {
    String locale = resolve(translations, field);
    return RichText.of(
        locale.equals(DEFAULT) ? untranslated : translations.get(locale).get(field), locale);
  }
}
