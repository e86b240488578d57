package dev.prepgraph.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The catalogue as one publication left it, with what was read of it since. A new publication
 * begins a new snapshot, so nothing in it is ever stale and nothing needs to be evicted one by one.
 */
final class Snapshot {

  final int revision;
  final Instant publishedAt;
  final List<String> locales;
  final Taxonomy taxonomy;

  /** How many guides and questions there are. */
  final Map<Kind, Integer> totals;

  final Cache<Object, Weighted> cache;

  Snapshot(
      int revision,
      Instant publishedAt,
      List<String> locales,
      TaxonomyDocument taxonomy,
      Map<Kind, Integer> totals,
      Cache<Object, Weighted> cache) {
    this.revision = revision;
    this.publishedAt = publishedAt;
    this.locales = locales;
    this.taxonomy = new Taxonomy(taxonomy);
    this.totals = totals;
    this.cache = cache;
  }

  Languages languages(String locale) {
    return Languages.of(locale, locales);
  }
}
