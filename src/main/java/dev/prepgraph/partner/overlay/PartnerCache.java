package dev.prepgraph.partner.overlay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.partner.Partner;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineStatsCounter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What belongs to partners, cached by the revision of each: entries never become stale, and no
 * partner reads those of another.
 */
@ApplicationScoped
public class PartnerCache {

  private record Key(UUID partner, int revision, Object object) {}

  private final Cache<Key, Weighted.Value<?>> cache;

  PartnerCache(OverlayConfig config, MeterRegistry metrics) {
    cache =
        Caffeine.newBuilder()
            .maximumWeight(config.cacheSize().asLongValue())
            .weigher((Key key, Weighted.Value<?> value) -> 200 + value.weight())
            .executor(Runnable::run) // evicting is cheap, and a bound of 0 means 0
            .recordStats(() -> new CaffeineStatsCounter(metrics, "partners"))
            .build();
  }

  /**
   * Cached values by the keys of their objects; one call of the loader for all that are not cached.
   *
   * @param loader returns a value for each key, which may be one of null
   */
  @SuppressWarnings("unchecked") // a class of keys always has the same loader
  public <K, V> Map<K, V> load(
      Partner partner,
      Collection<K> keys,
      Function<Collection<K>, Map<K, Weighted.Value<V>>> loader) {
    Map<K, V> found = new HashMap<>();
    Set<K> missing = new HashSet<>();
    for (K key : keys) {
      Weighted.Value<?> cached = cache.getIfPresent(key(partner, key));
      if (cached == null) {
        missing.add(key);
      } else {
        found.put(key, (V) cached.value());
      }
    }
    if (!missing.isEmpty()) {
      loader
          .apply(missing)
          .forEach(
              (key, loaded) -> {
                cache.put(key(partner, key), loaded);
                found.put(key, loaded.value());
              });
    }
    return found;
  }

  private static Key key(Partner partner, Object object) {
    return new Key(partner.id(), partner.revision(), object);
  }
}
