package dev.prepgraph.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.prepgraph.common.Sha256;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineStatsCounter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps answers to anonymous queries. They depend on the document, the variables and what is
 * published, on nothing else, so they are good for as long as the {@link ContentVersion} lasts.
 */
// The implementations that Caffeine chooses by name, for a native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSSMW",
      "com.github.benmanes.caffeine.cache.PSMW"
    })
@ApplicationScoped
class ResponseCache {

  /** What an answer is made from. */
  record Key(String version, String request) {

    /** The answer's entity tag. */
    String entityTag(String mediaType) {
      return '"' + digest(version + ' ' + request + ' ' + mediaType) + '"';
    }
  }

  private final ContentVersion version;
  private final boolean keeps;
  private final Cache<Key, Buffer> responses;

  ResponseCache(ContentVersion version, GraphQLConfig config, MeterRegistry metrics) {
    this.version = version;
    this.keeps = config.responseCache().asLongValue() > 0;
    this.responses =
        Caffeine.newBuilder()
            .maximumWeight(config.responseCache().asLongValue())
            .recordStats(() -> new CaffeineStatsCounter(metrics, "responses"))
            .weigher((Key key, Buffer response) -> 300 + response.length())
            .build();
  }

  /** The key of an anonymous request now; empty while the content's version is not known. */
  Optional<Key> key(GraphQLRequest request) {
    String now = version.current();
    if (now == null) {
      return Optional.empty();
    }
    String asked =
        request.query()
            + '\0'
            + request.operationName()
            + '\0'
            + new TreeMap<>(request.variables());
    return Optional.of(new Key(now, digest(asked)));
  }

  /** The answer that is kept, or null. */
  Buffer get(Key key) {
    return keeps ? responses.getIfPresent(key) : null;
  }

  void put(Key key, Buffer response) {
    if (keeps) {
      responses.put(key, response);
    }
  }

  private static String digest(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text));
  }
}
