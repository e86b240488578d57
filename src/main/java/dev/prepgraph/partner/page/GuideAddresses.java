package dev.prepgraph.partner.page;

import dev.prepgraph.common.language.LanguageTags;
import dev.prepgraph.partner.overlay.UrlTemplate;
import dev.prepgraph.partner.page.schema.GuideAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The addresses of a partner's pages of guides.
 *
 * @param all the default first
 */
record GuideAddresses(List<GuideAddress> all) {

  static final GuideAddresses NONE = new GuideAddresses(List.of());

  /** The locale of the default address. */
  Optional<String> defaultLocale() {
    return all.stream().findFirst().map(GuideAddress::locale);
  }

  /** The URL of the page of a guide in a language that has an address. */
  Optional<String> url(String slug, String locale) {
    List<String> locales = all.stream().map(GuideAddress::locale).toList();
    return LanguageTags.best(locale, locales)
        .map(best -> all.get(locales.indexOf(best)))
        .map(address -> url(slug, address));
  }

  static String url(String slug, GuideAddress address) {
    return UrlTemplate.url(address.urlTemplate(), Map.of("slug", slug, "locale", address.locale()))
        .orElseThrow();
  }

  /** The slug of the guide whose page in the language of the address has a URL. */
  static Optional<String> slug(GuideAddress address, String url) {
    String template = address.urlTemplate().replace("{locale}", address.locale());
    Matcher matcher = UrlTemplate.pattern(template).matcher(url);
    return matcher.matches() ? Optional.of(matcher.group("slug")) : Optional.empty();
  }
}
