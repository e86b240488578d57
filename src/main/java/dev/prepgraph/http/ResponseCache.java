package dev.prepgraph.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.prepgraph.common.CanonicalJson;
import dev.prepgraph.common.ContentVersion;
import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.execution.GraphQLRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineStatsCounter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Caches responses to anonymous queries, which depend on nothing but the request and the {@link
 * ContentVersion}.
 */
// The implementations that Caffeine chooses by name, for the native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSSMW",
      "com.github.benmanes.caffeine.cache.PSMW"
    })
@ApplicationScoped
class ResponseCache {

  /**
   * @param request collision-resistant digest of the canonical JSON, as clients choose all its
   *     parts
   */
  record Key(String version, String request) {}

  private final ContentVersion version;
  private final boolean enabled;
  private final Cache<Key, CachedResponse> responses;

  ResponseCache(ContentVersion version, GraphQLConfig config, MeterRegistry metrics) {
    this.version = version;
    this.enabled = config.responseCache().asLongValue() > 0;
    this.responses =
        Caffeine.newBuilder()
            .maximumWeight(config.responseCache().asLongValue())
            .recordStats(() -> new CaffeineStatsCounter(metrics, "responses"))
            .weigher((Key key, CachedResponse response) -> 400 + response.body().length())
            .build();
  }

  /** The current key of an anonymous request; empty while the content version is unknown. */
  Optional<Key> key(GraphQLRequest request) {
    return Optional.ofNullable(version.current()).map(now -> new Key(now, digest(request)));
  }

  private static String digest(GraphQLRequest request) {
    byte[] digest =
        CanonicalJson.digest(
            Arrays.asList(request.query(), request.operationName(), request.variables()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  /** The cached response, or null. */
  CachedResponse get(Key key) {
    return enabled ? responses.getIfPresent(key) : null;
  }

  /** Caches a response body, and returns it for sharing. */
  CachedResponse put(Key key, Buffer body) {
    CachedResponse response = new CachedResponse(body);
    if (enabled) {
      responses.put(key, response);
    }
    return response;
  }
}
