package dev.prepgraph.catalogue.store;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.store.PublicationRepository.Slug;
import dev.prepgraph.common.ContentVersion;
import dev.prepgraph.common.limits.SharedLoad;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineStatsCounter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The published catalogue, cached: warm reads cost no statement, cold ones a fixed number. */
// The implementations that Caffeine chooses by name, for a native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSSMW",
      "com.github.benmanes.caffeine.cache.PSMW"
    })
@ApplicationScoped
public class PublishedCatalogue implements ContentVersion {

  private record SlugKey(Kind kind, String slug) {}

  private record HeadKey(UUID guide) {}

  private record IndexKey() {}

  private final PublicationRepository repository;
  private final CatalogueDatabase database;
  private final CatalogueWatcher watcher;
  private final long cacheBytes;
  private final CaffeineStatsCounter cacheStatistics;
  private final AtomicReference<CompletableFuture<Snapshot>> firstLoad = new AtomicReference<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Snapshot snapshot;
  private volatile Current current;

  public PublishedCatalogue(
      PublicationRepository repository,
      CatalogueDatabase database,
      CatalogueWatcher watcher,
      CatalogueConfig config,
      MeterRegistry metrics) {
    this.repository = repository;
    this.database = database;
    this.watcher = watcher;
    this.cacheBytes = config.cacheSize().asLongValue();
    this.cacheStatistics = new CaffeineStatsCounter(metrics, "catalogue");
  }

  /** The newest known publication. */
  public Snapshot snapshot() {
    Snapshot known = snapshot;
    return known == null ? firstSnapshot() : known;
  }

  /** Null before the first read. */
  @Override
  public Current current() {
    return current;
  }

  @Override
  public String cached(Object key, Supplier<String> computation) {
    return get(key, () -> Weighted.ofText(computation.get())).value();
  }

  private Snapshot firstSnapshot() {
    return SharedLoad.get(
        own -> {
          CompletableFuture<Snapshot> running = firstLoad.compareAndExchange(null, own);
          return running == null ? own : running;
        },
        this::loadFirst);
  }

  private synchronized Snapshot loadFirst() {
    try {
      if (snapshot == null) {
        Snapshot first = newest();
        // First, because an unwatched snapshot would never be replaced.
        watcher.start(this::published);
        serve(first);
      }
      return snapshot;
    } finally {
      firstLoad.set(null);
    }
  }

  /** Runs an action after each publication that is served from then on; it must not block. */
  public void onPublication(Runnable action) {
    listeners.add(action);
  }

  private void published(String version) {
    Snapshot known = snapshot;
    if (known != null && !known.version().equals(version)) {
      serve(newest());
      listeners.forEach(Runnable::run);
    }
  }

  /** The version is last, so that nothing of the former snapshot is cached as of this one. */
  private void serve(Snapshot newest) {
    snapshot = newest;
    current = new Current(newest.version(), newest.locales());
  }

  private Snapshot newest() {
    Snapshot newest = repository.snapshot(newCache());
    database.require(newest.revision());
    return newest;
  }

  private AsyncCache<Object, Weighted> newCache() {
    return Caffeine.newBuilder()
        .maximumWeight(cacheBytes)
        .weigher((Object key, Weighted value) -> cacheBytes == 0 ? 1 : weight(key, value))
        .executor(Runnable::run) // evicting is cheap, and a bound of 0 means 0
        .recordStats(() -> cacheStatistics)
        .buildAsync();
  }

  /** Callers choose the texts in keys, such as slugs that are not known. */
  private static int weight(Object key, Weighted value) {
    return value.weight() + 2 * key.toString().length();
  }

  /** Published guides by key. */
  public Map<UUID, PublishedGuide> guides(Collection<UUID> ids) {
    return load(
        ids,
        Function.identity(),
        PublishedGuide.class,
        some -> by(PublishedGuide::id, repository.guides(some)));
  }

  /** Guides by key in their last revision, published or retired. */
  public Map<UUID, PublishedGuide> everPublishedGuides(Collection<UUID> ids) {
    return withOthers(
        ids, guides(ids), retired -> by(PublishedGuide::id, repository.lastGuides(retired)));
  }

  /** Published guides by slug; one statement loads all that are not cached. */
  public Map<String, PublishedGuide> guidesBySlug(Collection<String> slugs) {
    var cache = snapshot().cache().synchronous();
    Map<String, PublishedGuide> found = new HashMap<>();
    Set<String> missing = new HashSet<>();
    for (String slug : slugs) {
      if (!(cache.getIfPresent(new SlugKey(Kind.GUIDE, slug)) instanceof Slug known)) {
        missing.add(slug);
      } else if (known.id() != null) {
        if (cache.getIfPresent(known.id()) instanceof PublishedGuide guide) {
          found.put(slug, guide);
        } else {
          missing.add(slug);
        }
      }
    }
    if (!missing.isEmpty()) {
      var loaded = by(guide -> guide.document().slug(), repository.guidesBySlug(missing));
      for (String slug : missing) {
        PublishedGuide guide = loaded.get(slug);
        cache.put(new SlugKey(Kind.GUIDE, slug), new Slug(slug, guide == null ? null : guide.id()));
      }
      cache.putAll(by(PublishedGuide::id, loaded.values()));
      found.putAll(loaded);
    }
    return found;
  }

  /** Published guides, those that are not cached without what is not in their heads. */
  public Map<UUID, PublishedGuide> guideHeads(Collection<UUID> ids) {
    return withOthers(
        ids,
        load(onlyCached(ids), Function.identity(), PublishedGuide.class, missing -> Map.of()),
        others ->
            load(
                others,
                HeadKey::new,
                PublishedGuide.class,
                some -> by(PublishedGuide::id, repository.guideHeads(some))));
  }

  /** The keys of cached objects; counts no misses, because heads replace those guides. */
  private List<UUID> onlyCached(Collection<UUID> ids) {
    var cache = snapshot().cache().synchronous().policy();
    return ids.stream().filter(id -> cache.getIfPresentQuietly(id) != null).toList();
  }

  /** The index of all published guides. */
  public GuideIndex index() {
    return get(new IndexKey(), repository::index);
  }

  /** Published questions by key. */
  public Map<UUID, PublishedQuestion> questions(Collection<UUID> ids) {
    return load(
        ids,
        Function.identity(),
        PublishedQuestion.class,
        some -> by(PublishedQuestion::id, repository.questions(some)));
  }

  /** Questions by key in their last revision, published or retired. */
  public Map<UUID, PublishedQuestion> everPublished(Collection<UUID> ids) {
    return withOthers(
        ids,
        questions(ids),
        retired -> by(PublishedQuestion::id, repository.lastQuestions(retired)));
  }

  private static <K, T> Map<K, T> by(Function<T, K> key, Collection<T> objects) {
    return objects.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  private static <T> Map<UUID, T> withOthers(
      Collection<UUID> ids, Map<UUID, T> found, Function<Collection<UUID>, Map<UUID, T>> loader) {
    Set<UUID> others = new HashSet<>(ids);
    others.removeAll(found.keySet());
    if (!others.isEmpty()) {
      found.putAll(loader.apply(others));
    }
    return found;
  }

  /** The keys of guides or questions by slug; null or absent for an unknown one. */
  public Map<String, UUID> ids(Kind kind, Collection<String> slugs) {
    Map<String, UUID> ids = new HashMap<>();
    load(slugs, slug -> new SlugKey(kind, slug), Slug.class, some -> repository.slugs(kind, some))
        .forEach((slug, known) -> ids.put(slug, known.id()));
    return ids;
  }

  /**
   * The cached value of a key; concurrent callers share one load. Neither null nor a failure is
   * cached.
   */
  @SuppressWarnings("unchecked") // a key always has the same loader
  public <T extends Weighted> T get(Object key, Supplier<T> loader) {
    var cache = snapshot().cache();
    return (T) SharedLoad.<Weighted>get(own -> cache.get(key, (k, executor) -> own), loader::get);
  }

  /**
   * Cached values by the keys of their objects; one call of the loader for all that are not cached.
   *
   * @param key the cache key of an object
   */
  public <K, T extends Weighted> Map<K, T> load(
      Collection<K> ids,
      Function<K, ?> key,
      Class<T> type,
      Function<Collection<K>, Map<K, T>> loader) {
    var cache = snapshot().cache().synchronous();
    Map<K, T> found = new LinkedHashMap<>();
    Set<K> missing = new HashSet<>();
    for (K id : ids) {
      Weighted cached = cache.getIfPresent(key.apply(id));
      // A forged id may have the key of an object of another kind.
      if (type.isInstance(cached)) {
        found.put(id, type.cast(cached));
      } else {
        missing.add(id);
      }
    }
    if (!missing.isEmpty()) {
      loader
          .apply(missing)
          .forEach(
              (id, loaded) -> {
                cache.put(key.apply(id), loaded);
                found.put(id, loaded);
              });
    }
    return found;
  }
}
