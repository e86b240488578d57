package dev.prepgraph.partner.event.delivery;

import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives the secrets of endpoints from the service's keys by HKDF (RFC 5869), so that none is
 * stored, and signs by Standard Webhooks.
 */
@ApplicationScoped
public class WebhookSecrets {

  /**
   * The origin of a secret.
   *
   * @param key name of the key it is derived from
   */
  public record Origin(UUID endpoint, int version, String key) {}

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] SALT = "prepgraph webhook secret".getBytes(StandardCharsets.UTF_8);
  private static final int MIN_KEY_BYTES = 32;
  private static final int NAME_BYTES = 8;

  /** By name, the current one first. */
  private final Map<String, byte[]> keys = new LinkedHashMap<>();

  WebhookSecrets(WebhookConfig config) {
    config.keys().orElse(List.of()).forEach(this::add);
  }

  private void add(String text) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException notBase64) {
      key = new byte[0];
    }
    if (key.length < MIN_KEY_BYTES) {
      throw new ConfigurationException(
          "prepgraph.webhooks.keys must be at least 32 random bytes in Base64: openssl rand -base64 32");
    }
    byte[] digest = Sha256.begin().digest(key);
    keys.put(HexFormat.of().formatHex(digest, 0, NAME_BYTES), key);
  }

  /** The name of the key for new secrets; rejects the request without one. */
  public String currentKey() {
    return keys.keySet().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    ErrorCode.UNAVAILABLE,
                    "Webhooks are not available here: the operator must set prepgraph.webhooks.keys"));
  }

  /** The secret as partners store it; empty when its key is not configured any more. */
  public Optional<String> secret(Origin origin) {
    return derive(origin).map(secret -> "whsec_" + Base64.getEncoder().encodeToString(secret));
  }

  private Optional<byte[]> derive(Origin origin) {
    return Optional.ofNullable(keys.get(origin.key()))
        .map(
            key -> {
              byte[] info =
                  ByteBuffer.allocate(21)
                      .putLong(origin.endpoint().getMostSignificantBits())
                      .putLong(origin.endpoint().getLeastSignificantBits())
                      .putInt(origin.version())
                      .put((byte) 1)
                      .array();
              return hmac(hmac(SALT, key), info);
            });
  }

  /** The header {@code webhook-signature}; empty when no key is configured any more. */
  Optional<String> sign(List<Origin> origins, UUID event, long timestamp, String payload) {
    byte[] content = (event + "." + timestamp + "." + payload).getBytes(StandardCharsets.UTF_8);
    String signatures =
        origins.stream()
            .map(this::derive)
            .flatMap(Optional::stream)
            .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(secret, content)))
            .collect(Collectors.joining(" "));
    return signatures.isEmpty() ? Optional.empty() : Optional.of(signatures);
  }

  private static byte[] hmac(byte[] key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
