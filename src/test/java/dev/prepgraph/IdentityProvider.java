package dev.prepgraph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * An OpenID Connect provider for tests, which can issue invalid tokens, counts the fetches of its
 * keys, and can be down.
 */
public final class IdentityProvider implements QuarkusTestResourceLifecycleManager {

  public static final String AUDIENCE = "prepgraph";

  /** For the {@code ResourceLock} of classes that run beside others, as a JVM has one provider. */
  public static final String LOCK = "identity provider";

  private static final AtomicInteger KEYS = new AtomicInteger();
  private static final AtomicInteger FETCHES = new AtomicInteger();

  private static HttpServer server;
  private static int port;
  private static volatile RsaJsonWebKey key = newKey();

  @Override
  public Map<String, String> start() {
    up();
    return Map.of(
        "quarkus.oidc.auth-server-url", url(),
        "quarkus.oidc.token.issuer", url(),
        "quarkus.oidc.token.audience", AUDIENCE);
  }

  @Override
  public void stop() {
    down();
  }

  /** Starts to serve, at the address it had before if it had one. */
  public static void up() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    port = server.getAddress().getPort();
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/authorize", "introspection_endpoint": "%1$s/keys"}"""
                    .formatted(url())));
    server.createContext(
        "/keys",
        exchange -> {
          FETCHES.incrementAndGet();
          answer(exchange, new JsonWebKeySet(key).toJson());
        });
    server.createContext(
        "/token",
        exchange -> {
          var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          answer(
              exchange,
              "{\"echo\": \"%s\", \"access_token\": \"%s\", \"refresh_token\": \"dXNlcg==\"}"
                  .formatted(sent, granted(sent)));
        });
    server.start();
  }

  /**
   * The token of the user that a form names, else of its client, whatever the password; as the OIDC
   * server of dev mode, where alice is an admin.
   */
  private static String granted(String form) {
    Map<String, String> fields =
        Arrays.stream(form.split("&"))
            .map(field -> field.split("=", 2))
            .filter(field -> field.length == 2)
            .collect(Collectors.toMap(field -> field[0], field -> field[1], (one, other) -> other));
    String user = fields.get("username");
    if (user == null) {
      return clientToken(fields.getOrDefault("client_id", "nobody"));
    }
    JwtClaims claims = user.equals("alice") ? claims(user, "admin", "user") : claims(user, "user");
    claims.setClaim("name", user.substring(0, 1).toUpperCase(Locale.ROOT) + user.substring(1));
    return sign(claims);
  }

  /** The token of a client for itself, as Keycloak issues it. */
  public static String clientToken(String clientId) {
    JwtClaims claims = claims("service of " + clientId);
    claims.setClaim("azp", clientId);
    claims.setClaim("client_id", clientId);
    claims.setClaim("preferred_username", "service-account-" + clientId);
    return sign(claims);
  }

  /** Serves nothing until {@link #up}. */
  public static void down() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The issuer. */
  public static String url() {
    return "http://localhost:" + port;
  }

  /** How often it was asked for its keys, or to check a token. */
  public static int fetches() {
    return FETCHES.get();
  }

  /** Signs with a new key from now on, and stops publishing the old one. */
  public static void rotate() {
    key = newKey();
  }

  /** Signs with this key from now on. */
  public static void use(RsaJsonWebKey known) {
    key = known;
  }

  private static RsaJsonWebKey newKey() {
    try {
      RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
      made.setKeyId("key-" + KEYS.incrementAndGet());
      made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      made.setUse("sig");
      return made;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The token of a user with a provider's usual claims. */
  public static String token(String user, String... roles) {
    return sign(claims(user, roles));
  }

  /** The claims of a valid token. */
  public static JwtClaims claims(String user, String... roles) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(url());
    claims.setAudience(AUDIENCE);
    claims.setSubject(user);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(30);
    claims.setClaim("name", "The name of " + user);
    claims.setClaim("email", user + "@example.org");
    claims.setStringListClaim("groups", List.of(roles));
    return claims;
  }

  /** A token with these claims, signed as it should be. */
  public static String sign(JwtClaims claims) {
    return sign(claims, AlgorithmIdentifiers.RSA_USING_SHA256, key.getPrivateKey(), key.getKeyId());
  }

  /** A token with these claims, whose header says that it is of this type. */
  public static String sign(JwtClaims claims, String type) {
    return sign(
        claims, AlgorithmIdentifiers.RSA_USING_SHA256, key.getPrivateKey(), key.getKeyId(), type);
  }

  /** A token with these claims, signed in any way. */
  public static String sign(JwtClaims claims, String algorithm, Key with, String keyId) {
    return sign(claims, algorithm, with, keyId, "JWT");
  }

  private static String sign(
      JwtClaims claims, String algorithm, Key with, String keyId, String type) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    token.setAlgorithmHeaderValue(algorithm);
    token.setHeader("typ", type);
    token.setKeyIdHeaderValue(keyId);
    token.setKey(with);
    token.setDoKeyValidation(false);
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key that signs. */
  public static RsaJsonWebKey key() {
    return key;
  }

  /** The key that signs, as everybody may know it. */
  public static String publicKey() {
    return key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }
}
