package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

  private Instant now = Instant.parse("2027-01-01T00:00:00Z");

  private final VerifiedTokens tokens =
      new VerifiedTokens(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  private SecurityIdentity identity() {
    long expiry = now.plusSeconds(10).getEpochSecond();
    JsonWebToken claims =
        new JsonWebToken() {
          @Override
          public String getName() {
            return "ada";
          }

          @Override
          public Set<String> getClaimNames() {
            return Set.of();
          }

          @Override
          @SuppressWarnings("unchecked")
          public <T> T getClaim(String name) {
            return name.equals("exp") ? (T) Long.valueOf(expiry) : null;
          }
        };
    Object request =
        Proxy.newProxyInstance(
            RoutingContext.class.getClassLoader(),
            new Class<?>[] {RoutingContext.class},
            (proxy, method, arguments) -> null);
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(claims)
        .addRole("editor")
        .addAttribute("tenant", "one")
        .addAttribute("request", request)
        .build();
  }

  @Test
  void keepsWhatTheTokenSaysButNotTheRequest() {
    SecurityIdentity identity = identity();
    tokens.put("key.a.b", identity);

    SecurityIdentity kept = tokens.get("key.a.b");
    assertThat(kept.getPrincipal()).isSameAs(identity.getPrincipal());
    assertThat(kept.getRoles()).containsExactly("editor");
    assertThat(kept.getAttributes()).containsOnlyKeys("tenant");
    assertThat(kept.isAnonymous()).isFalse();
    assertThat(tokens.get("key.a.c")).isNull();
  }

  @Test
  void forgetsATokenWhenItExpires() {
    tokens.put("key.a.b", identity());
    now = now.plusSeconds(9);
    assertThat(tokens.get("key.a.b")).isNotNull();
    now = now.plusSeconds(1);
    assertThat(tokens.get("key.a.b")).isNull();
  }

  @Test
  void forgetsAllTokensWhenThereIsANewKey() {
    tokens.put("key.a.b", identity());
    tokens.put("key.c.d", identity());
    assertThat(tokens.get("key.a.b")).isNotNull();

    tokens.put("other.e.f", identity());
    assertThat(tokens.get("key.a.b")).isNull();
    assertThat(tokens.get("key.c.d")).isNull();
    assertThat(tokens.get("other.e.f")).isNotNull();
  }

  @Test
  void keepsNoEncryptedTokens() {
    tokens.put("key.a.b", identity());
    tokens.put("other.k.i.c.t", identity());
    assertThat(tokens.get("other.k.i.c.t")).isNull();
    assertThat(tokens.get("key.a.b")).as("its header is no new key").isNotNull();
  }

  @Test
  void keepsABoundedNumber() {
    for (int i = 0; i < 5_000; i++) {
      tokens.put("key." + i + ".s", identity());
    }
    long kept = 0;
    for (int i = 0; i < 5_000; i++) {
      kept += tokens.get("key." + i + ".s") == null ? 0 : 1;
    }
    assertThat(kept).isBetween(1L, 1_000L);
  }
}
