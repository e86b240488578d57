package dev.prepgraph.catalogue.store;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.Weighted;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineStatsCounter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is published, from memory where it was read before: a warm read costs no statement, a cold
 * one a fixed number.
 */
// The implementations that Caffeine chooses by name, for a native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSSMW",
      "com.github.benmanes.caffeine.cache.PSMW"
    })
@ApplicationScoped
public class PublishedCatalogue {

  private record SlugKey(Kind kind, String slug) {}

  /** Weighs what an entry of a map costs beside its texts. */
  private record IdOf(UUID id) implements Weighted {
    @Override
    public int weight() {
      return 300;
    }
  }

  private final PublicationRepository repository;
  private final CatalogueDatabase database;
  private final CatalogueWatcher watcher;
  private final long cacheBytes;
  private final CaffeineStatsCounter cacheStatistics;
  private final AtomicReference<CompletableFuture<Snapshot>> firstLoad = new AtomicReference<>();
  private volatile Snapshot snapshot;

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

  /** The newest publication that this replica knows of. */
  public Snapshot snapshot() {
    Snapshot known = snapshot;
    return known == null ? firstSnapshot() : known;
  }

  /**
   * Tells publications apart, without ever waiting for the database: null before the first read.
   */
  String version() {
    Snapshot known = snapshot;
    return known == null ? null : known.version();
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
        // Before it is served: what nobody watches would be served for ever.
        watcher.start(this::published);
        snapshot = first;
      }
      return snapshot;
    } finally {
      firstLoad.set(null);
    }
  }

  private void published(String version) {
    Snapshot known = snapshot;
    if (known != null && !known.version().equals(version)) {
      snapshot = newest();
    }
  }

  private Snapshot newest() {
    Snapshot newest = repository.snapshot(newCache());
    database.want(newest.revision);
    return newest;
  }

  private AsyncCache<Object, Weighted> newCache() {
    return Caffeine.newBuilder()
        .maximumWeight(cacheBytes)
        .weigher((Object key, Weighted value) -> value.weight())
        .executor(Runnable::run) // evicting is cheap, and a bound of 0 means 0
        .recordStats(() -> cacheStatistics)
        .buildAsync();
  }

  /** Published guides by key; those that are not to be had are left out. */
  public Map<UUID, PublishedGuide> guides(Collection<UUID> ids) {
    return load(ids, PublishedGuide.class, repository::guides);
  }

  /** Guides by key as they are published, or were last. */
  public Map<UUID, PublishedGuide> everPublishedGuides(Collection<UUID> ids) {
    return withRetired(ids, guides(ids), repository::retiredGuides);
  }

  /** A published guide, or null. */
  public PublishedGuide guide(UUID id) {
    return guides(List.of(id)).get(id);
  }

  /** Published questions by key; those that are not to be had are left out. */
  public Map<UUID, PublishedQuestion> questions(Collection<UUID> ids) {
    return load(ids, PublishedQuestion.class, repository::questions);
  }

  /** Questions by key as they are published, or were last. */
  public Map<UUID, PublishedQuestion> everPublished(Collection<UUID> ids) {
    return withRetired(ids, questions(ids), repository::retiredQuestions);
  }

  private static <T> Map<UUID, T> withRetired(
      Collection<UUID> ids,
      Map<UUID, T> published,
      Function<Collection<UUID>, Map<UUID, T>> loader) {
    Set<UUID> retired = new HashSet<>(ids);
    retired.removeAll(published.keySet());
    if (!retired.isEmpty()) {
      published.putAll(loader.apply(retired));
    }
    return published;
  }

  /** The key of a guide or question, or null. */
  public UUID id(Kind kind, String slug) {
    IdOf id =
        get(
            new SlugKey(kind, slug),
            () -> {
              UUID found = repository.ids(kind, List.of(slug)).get(slug);
              return found == null ? null : new IdOf(found);
            });
    return id == null ? null : id.id();
  }

  /**
   * The value of a key, loaded once where several ask at the same time; neither null nor a failure
   * is kept.
   */
  @SuppressWarnings("unchecked") // a key is always asked for with the same loader
  public <T extends Weighted> T get(Object key, Supplier<T> loader) {
    var cache = snapshot().cache;
    return (T) SharedLoad.<Weighted>get(own -> cache.get(key, (k, executor) -> own), loader::get);
  }

  private <T extends Weighted> Map<UUID, T> load(
      Collection<UUID> ids, Class<T> type, Function<Collection<UUID>, Map<UUID, T>> loader) {
    var cache = snapshot().cache.synchronous();
    Map<UUID, T> found = new LinkedHashMap<>();
    Set<UUID> missing = new HashSet<>();
    for (UUID id : ids) {
      Weighted cached = cache.getIfPresent(id);
      // An id that a client put together may carry the key of an object of another kind.
      if (type.isInstance(cached)) {
        found.put(id, type.cast(cached));
      } else {
        missing.add(id);
      }
    }
    if (!missing.isEmpty()) {
      Map<UUID, T> loaded = loader.apply(missing);
      cache.putAll(loaded);
      found.putAll(loaded);
    }
    return found;
  }
}
