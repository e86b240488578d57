package dev.prepgraph.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.prepgraph.common.CanonicalJson;
import dev.prepgraph.common.ContentVersion;
import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.common.negotiation.ContentCoding;
import dev.prepgraph.common.negotiation.Effort;
import dev.prepgraph.common.negotiation.Representations;
import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.PartnerIdentity;
import dev.prepgraph.partner.usage.UsageSample;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineStatsCounter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Caches responses to anonymous queries, which depend on nothing but the request, the language that
 * is chosen for it, the {@link ContentVersion}, and the partner that it names.
 */
// The implementations that Caffeine chooses by name, for the native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSSMW",
      "com.github.benmanes.caffeine.cache.PSMW",
      "com.github.benmanes.caffeine.cache.SSMS",
      "com.github.benmanes.caffeine.cache.PSMS"
    })
@ApplicationScoped
class ResponseCache {

  /**
   * @param language the chosen one and not the header, which clients may vary without limit
   * @param partner the one that is named, at its revision; empty for none
   * @param request {@link ResponseCache#digest}, as clients choose all parts of a request
   */
  record Key(String version, String language, String partner, String request) {

    /** The key of a response that is equal for all partners. */
    Key withoutPartner() {
      return new Key(version, language, "", request);
    }
  }

  /**
   * The body of a response to an anonymous query, shared by all clients. A request that misses the
   * cache causes its compression, which takes less time than its execution and not more than gzip.
   */
  static final class Entry {

    private final Key key;
    private final Representations body;
    private final String language;
    private final UsageSample usage;
    private String digest;

    private Entry(Key key, Buffer body, String language, UsageSample usage) {
      this.key = key;
      this.body = new Representations(body, Effort.QUICK);
      this.language = language;
      this.usage = usage;
    }

    Representations body() {
      return body;
    }

    /** The language of the request that the body depends on, or null. */
    String language() {
      return language;
    }

    /** What the operation used, if it was of a partner, or null. */
    UsageSample usage() {
      return usage;
    }

    private int weight() {
      return 400 + body.weight() + (usage == null ? 0 : usage.weight());
    }

    /**
     * The strong entity tag in a media type and coding: a digest of the body, equal on all
     * replicas.
     */
    String entityTag(String mediaType, ContentCoding coding) {
      if (digest == null) { // racing threads compute the same
        digest = BASE64.encodeToString(Sha256.begin().digest(body.plain().getBytes()));
      }
      String type = ContentNegotiation.JSON.equals(mediaType) ? "" : "-graphql";
      return '"' + digest + type + coding.tagSuffix() + '"';
    }
  }

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** Bytes of a body that is remembered, as digesting a long one takes time. */
  private static final int MAX_BODY = 16 << 10;

  /** Bodies that are remembered, of some 250 bytes each. */
  private static final int MAX_BODIES = 2_000;

  private final ContentVersion version;
  private final boolean enabled;
  private final Cache<Key, Entry> responses;

  /** The digests of requests by those of their bodies. */
  private final Cache<ByteBuffer, String> bodies =
      Caffeine.newBuilder().maximumSize(MAX_BODIES).build();

  ResponseCache(ContentVersion version, GraphQLConfig config, MeterRegistry metrics) {
    this.version = version;
    this.enabled = config.responseCache().asLongValue() > 0;
    this.responses =
        Caffeine.newBuilder()
            .maximumWeight(config.responseCache().asLongValue())
            .recordStats(() -> new CaffeineStatsCounter(metrics, "responses"))
            .weigher((Key key, Entry entry) -> entry.weight())
            .build();
  }

  /** Collision-resistant digest of what a request asks for, however its JSON is written. */
  static String digest(GraphQLRequest request) {
    List<Object> parts =
        Arrays.asList(request.query(), request.operationName(), request.variables());
    return BASE64.encodeToString(CanonicalJson.digest(parts));
  }

  /**
   * The digest of the request in a body that {@link #remember} was called with; null for others.
   */
  String known(Buffer body) {
    return body == null || body.length() > MAX_BODY ? null : bodies.getIfPresent(digest(body));
  }

  /**
   * Remembers the digest of a valid request, so that the same body need not be parsed again. Must
   * be called for requests with a cached response only, so that the others take no memory.
   */
  void remember(Buffer body, String request) {
    if (body != null && body.length() <= MAX_BODY) {
      bodies.put(digest(body), request);
    }
  }

  private static ByteBuffer digest(Buffer body) {
    return ByteBuffer.wrap(Sha256.begin().digest(body.getBytes()));
  }

  /**
   * The current key of an anonymous request; empty for a response that is not shared, and while the
   * content version is unknown.
   */
  Optional<Key> key(RoutingContext http, String request, RequestLanguage language) {
    if (ResponseWriter.showsCost(http) || CurrentPartner.isPreview(http)) {
      return Optional.empty();
    }
    String partner = CurrentPartner.of(http).map(PartnerIdentity::cacheKey).orElse("");
    return Optional.ofNullable(version.current())
        .map(now -> new Key(now.version(), language.choose(now.locales()), partner, request));
  }

  /** The cached response, or null. */
  Entry get(Key key) {
    if (!enabled) {
      return null;
    }
    if (!key.partner().isEmpty()) {
      Key shared = key.withoutPartner();
      Entry entry = responses.asMap().get(shared); // neither a hit nor a miss in the metrics
      if (entry != null && entry.usage() != null) { // of a partner, and equal for all
        return responses.getIfPresent(shared);
      }
    }
    return responses.getIfPresent(key);
  }

  /**
   * Caches a response body, and returns it for sharing.
   *
   * @param key without a partner for a response that does not depend on it
   * @param language the language of the request that the body depends on, or null
   * @param usage what the operation used, if it was of a partner, or null
   * @param codings those that the client accepts; it is compressed at once
   */
  Entry put(Key key, Buffer body, String language, UsageSample usage, List<ContentCoding> codings) {
    Entry entry = new Entry(key, body, language, usage);
    entry.body().add(codings);
    if (enabled) {
      responses.put(key, entry);
    }
    return entry;
  }

  /** Compresses a cached response for a client that accepts the codings, once for all clients. */
  void compress(Entry entry, List<ContentCoding> codings) {
    entry.body().add(codings);
    responses.asMap().replace(entry.key, entry, entry); // weighs it again
  }
}
