package dev.prepgraph.catalogue.store;

import com.github.benmanes.caffeine.cache.AsyncCache;
import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.TaxonomyDocument;
import dev.prepgraph.catalogue.model.Weighted;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The catalogue as one publication left it, with what was read of it since. A new publication
 * begins a new snapshot, so nothing in it is ever stale and nothing needs to be evicted one by one.
 */
public final class Snapshot {

  public final int revision;
  public final Instant publishedAt;
  public final List<String> locales;
  public final Taxonomy taxonomy;

  /** How many guides and questions there are. */
  final Map<Kind, Integer> totals;

  final AsyncCache<Object, Weighted> cache;

  public Snapshot(
      int revision,
      Instant publishedAt,
      List<String> locales,
      TaxonomyDocument taxonomy,
      Map<Kind, Integer> totals,
      AsyncCache<Object, Weighted> cache) {
    this.revision = revision;
    this.publishedAt = publishedAt;
    this.locales = locales;
    this.taxonomy = new Taxonomy(taxonomy);
    this.totals = totals;
    this.cache = cache;
  }

  /** Tells publications apart, on all replicas alike. */
  String version() {
    return version(revision, publishedAt);
  }

  /**
   * The version of a publication. A restored backup may give its next publication a revision that
   * there was before; the time tells the two apart.
   */
  static String version(int revision, Instant publishedAt) {
    return revision + " " + publishedAt;
  }

  public Languages languages(String locale) {
    return Languages.of(locale, locales);
  }
}
