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
 * Caches responses to anonymous queries. They depend on the document, the operation's name, the
 * variables and what is published, on nothing else, so they are valid while the {@link
 * ContentVersion} lasts.
 */
// The implementations that Caffeine chooses by name, for a native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSSMW",
      "com.github.benmanes.caffeine.cache.PSMW"
    })
@ApplicationScoped
public class ResponseCache {

  /**
   * The cache key: equal for equal requests alone, as clients choose every part of them.
   *
   * @param request digest of the request as canonical JSON
   */
  public record Key(String version, String request) {}

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

  /** The key of an anonymous request now; empty while the content's version is not known. */
  public Optional<Key> key(GraphQLRequest request) {
    return Optional.ofNullable(version.current()).map(now -> new Key(now, digest(request)));
  }

  private static String digest(GraphQLRequest request) {
    byte[] digest =
        CanonicalJson.digest(
            Arrays.asList(request.query(), request.operationName(), request.variables()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  /** The cached response, or null. */
  public CachedResponse get(Key key) {
    return enabled ? responses.getIfPresent(key) : null;
  }

  /** Caches a response body and returns it as what may be shared. */
  public CachedResponse put(Key key, Buffer body) {
    CachedResponse response = new CachedResponse(body);
    if (enabled) {
      responses.put(key, response);
    }
    return response;
  }
}
