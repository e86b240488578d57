package dev.prepgraph.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.prepgraph.common.Sha256;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Caches the identities of verified tokens until they expire, for a minute at most, because the
 * verification of a signature takes longer than most queries. They are dropped when the provider
 * signs with a new key.
 */
// The implementations that Caffeine chooses by name, for the native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMSW",
      "com.github.benmanes.caffeine.cache.PSWMS"
    })
@ApplicationScoped
class VerifiedTokens {

  private static final int MAX_TOKENS = 1_000;
  private static final int MAX_HEADERS = 100;

  /** Dots of a token that is signed only. */
  private static final int SIGNED = 2;

  private record Verified(SecurityIdentity identity, Instant expiry) {}

  private final Clock clock;

  /** By digests, all of one length. */
  private final Cache<ByteBuffer, Verified> tokens =
      Caffeine.newBuilder()
          .maximumSize(MAX_TOKENS)
          .expireAfterWrite(Duration.ofMinutes(1))
          .executor(Runnable::run)
          .build();

  /** The headers of verified tokens, which name their keys. */
  private final Set<String> headers = ConcurrentHashMap.newKeySet();

  VerifiedTokens(Clock clock) {
    this.clock = clock;
  }

  /** The identity of a token; null for one that must be verified. */
  SecurityIdentity get(String token) {
    Verified verified = tokens.getIfPresent(key(token));
    return verified != null && clock.instant().isBefore(verified.expiry())
        ? verified.identity()
        : null;
  }

  /** Keeps a verified token, unless it is encrypted: then its header is another one each time. */
  void put(String token, SecurityIdentity identity) {
    if (token.chars().filter(c -> c == '.').count() != SIGNED) {
      return;
    }
    if (headers.size() >= MAX_HEADERS) {
      headers.clear();
    }
    if (headers.add(token.substring(0, token.indexOf('.')))) {
      tokens.invalidateAll();
    }
    if (identity.getPrincipal() instanceof JsonWebToken claims) {
      Instant expiry = Instant.ofEpochSecond(claims.getExpirationTime());
      tokens.put(key(token), new Verified(withoutRequest(identity), expiry));
    }
  }

  private static ByteBuffer key(String token) {
    return ByteBuffer.wrap(Sha256.of(token));
  }

  /** Quarkus keeps the request in the identity. */
  private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
    QuarkusSecurityIdentity.Builder copy =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(identity.getPrincipal())
            .addRoles(identity.getRoles())
            .addCredentials(identity.getCredentials());
    identity
        .getAttributes()
        .forEach(
            (name, value) -> {
              if (!(value instanceof RoutingContext)) {
                copy.addAttribute(name, value);
              }
            });
    return copy.build();
  }
}
