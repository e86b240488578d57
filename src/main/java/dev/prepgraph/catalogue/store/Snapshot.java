package dev.prepgraph.catalogue.store;

import com.github.benmanes.caffeine.cache.AsyncCache;
import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.common.language.RequestLanguage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The catalogue at one publication, with a cache of its own, whose entries never become stale.
 *
 * @param locales those in which something is published, the default first
 * @param formerLocales those in which something was published before
 * @param totals the numbers of guides and questions
 */
public record Snapshot(
    int revision,
    Instant publishedAt,
    List<String> locales,
    List<String> formerLocales,
    Taxonomy taxonomy,
    Map<Kind, Integer> totals,
    AsyncCache<Object, Weighted> cache) {

  /** Equal on all replicas. */
  String version() {
    return version(revision, publishedAt);
  }

  /** Contains the time, because a restored backup may reuse revisions. */
  static String version(int revision, Instant publishedAt) {
    return revision + " " + publishedAt;
  }

  /**
   * The languages of a field. Former locales are resolved too: their readers see that the texts
   * changed.
   *
   * @param locale null for the language of the request
   */
  public Languages languages(String locale) {
    return Languages.of(
        locale == null ? requestedLocale() : locale,
        Stream.concat(locales.stream(), formerLocales.stream()).toList());
  }

  /** The published locale that the request asks for, or null. */
  public String requestedLocale() {
    return RequestLanguage.requested(locales);
  }
}
