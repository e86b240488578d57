package dev.prepgraph.execution.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy.CacheEntry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineStatsCounter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Documents that clients registered by their SHA-256, on this replica. Bounded by estimated bytes,
 * of which one caller gets a quarter; the admission of the cache (TinyLFU) favours documents in use
 * over new ones.
 */
// The implementations that Caffeine chooses by name, for the native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSSMWA",
      "com.github.benmanes.caffeine.cache.PSAMW"
    })
@Singleton
class RegisteredDocuments {

  private record Entry(String text, String caller) {}

  private static final int SHARES = 4;
  private static final int OVERHEAD = 500;

  /** Frees the share of a caller whose clients have moved on to other documents. */
  private static final Duration UNUSED = Duration.ofDays(1);

  private final long max;
  private final Cache<String, Entry> documents;

  /** Bytes of the documents of each caller. */
  private final Map<String, Integer> held = new ConcurrentHashMap<>();

  @Inject
  RegisteredDocuments(DocumentsConfig config, MeterRegistry metrics) {
    this(config.registered().asLongValue(), metrics);
  }

  RegisteredDocuments(long max, MeterRegistry metrics) {
    this.max = max;
    this.documents =
        Caffeine.newBuilder()
            .maximumWeight(max)
            .weigher((String hash, Entry entry) -> weight(entry))
            .expireAfterAccess(UNUSED)
            .recordStats(() -> new CaffeineStatsCounter(metrics, "registered-documents"))
            .evictionListener((String hash, Entry entry, RemovalCause cause) -> release(entry))
            .executor(Runnable::run)
            .build();
  }

  boolean isEnabled() {
    return max > 0;
  }

  /** The document with a SHA-256, or null. */
  String find(String hash) {
    Entry entry = documents.getIfPresent(hash);
    return entry == null ? null : entry.text();
  }

  /** Adds a valid document, in place of its caller's coldest ones where these fill its share. */
  void add(String hash, String text, String caller) {
    if (!isEnabled() || documents.asMap().containsKey(hash)) {
      return;
    }
    Entry entry = new Entry(text, caller);
    if (weight(entry) > max / SHARES) {
      return;
    }
    int bytes = held.merge(caller, weight(entry), Integer::sum);
    if (bytes > max / SHARES) {
      recycle(caller, bytes - max / SHARES);
    }
    if (documents.asMap().putIfAbsent(hash, entry) != null) {
      release(entry);
    }
  }

  private void recycle(String caller, long bytes) {
    List<CacheEntry<String, Entry>> own =
        documents
            .policy()
            .eviction()
            .orElseThrow()
            .coldest(all -> all.filter(entry -> entry.getValue().caller().equals(caller)).toList());
    long left = bytes;
    for (int i = 0; left > 0 && i < own.size(); i++) {
      Entry entry = own.get(i).getValue();
      if (documents.asMap().remove(own.get(i).getKey(), entry)) {
        release(entry);
        left -= weight(entry);
      }
    }
  }

  private void release(Entry entry) {
    held.computeIfPresent(
        entry.caller(), (caller, bytes) -> bytes > weight(entry) ? bytes - weight(entry) : null);
  }

  private static int weight(Entry entry) {
    return OVERHEAD + 2 * (entry.text().length() + entry.caller().length());
  }

  /** Number of callers with documents. */
  int callers() {
    return held.size();
  }

  long size() {
    documents.cleanUp();
    return documents.estimatedSize();
  }
}
