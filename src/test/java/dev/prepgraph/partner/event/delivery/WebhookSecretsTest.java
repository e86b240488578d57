package dev.prepgraph.partner.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.partner.event.delivery.WebhookSecrets.Origin;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {

  private static final String OTHER_KEY = "QW5vdGhlciBrZXkgZm9yIHRlc3RzIG9ubHksIG5vdCBzZWNyZXQ=";
  private static final String PAYLOAD = "{\"type\": \"TEST\"}";

  private final WebhookSecrets secrets = new WebhookSecrets(WebhookSettings.of());
  private final UUID endpoint = UUID.randomUUID();
  private final UUID event = UUID.randomUUID();

  private Origin origin(int version) {
    return new Origin(endpoint, version, secrets.currentKey());
  }

  private HttpHeaders signed(Origin... origins) {
    long now = Instant.now().getEpochSecond();
    return HttpHeaders.of(
        Map.of(
            "webhook-id", List.of(event.toString()),
            "webhook-timestamp", List.of(Long.toString(now)),
            "webhook-signature",
                List.of(secrets.sign(List.of(origins), event, now, PAYLOAD).orElseThrow())),
        (name, value) -> true);
  }

  private void verify(int version, HttpHeaders headers) throws WebhookVerificationException {
    new Webhook(secrets.secret(origin(version)).orElseThrow()).verify(PAYLOAD, headers);
  }

  @Test
  void signAsTheStandardsLibraryVerifies() {
    assertThatCode(() -> verify(1, signed(origin(1)))).doesNotThrowAnyException();
    assertThatThrownBy(() -> verify(2, signed(origin(1))))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void signWithBothSecretsAfterARotation() {
    HttpHeaders headers = signed(origin(2), origin(1));
    assertThatCode(() -> verify(1, headers)).doesNotThrowAnyException();
    assertThatCode(() -> verify(2, headers)).doesNotThrowAnyException();
  }

  @Test
  void differByEndpointVersionAndKey() {
    String secret = secrets.secret(origin(1)).orElseThrow();
    assertThat(secret).startsWith("whsec_").hasSize(6 + 44);
    assertThat(secrets.secret(origin(1))).contains(secret);
    assertThat(secrets.secret(origin(2)).orElseThrow()).isNotEqualTo(secret);
    assertThat(secrets.secret(new Origin(UUID.randomUUID(), 1, secrets.currentKey())))
        .get()
        .isNotEqualTo(secret);
  }

  @Test
  void outliveANewKey() {
    Origin old = origin(1);
    WebhookSecrets rotated =
        new WebhookSecrets(WebhookSettings.of("keys", OTHER_KEY + "," + WebhookSettings.KEY));
    assertThat(rotated.currentKey()).isNotEqualTo(secrets.currentKey());
    assertThat(rotated.secret(old)).isEqualTo(secrets.secret(old));
    WebhookSecrets replaced = new WebhookSecrets(WebhookSettings.of("keys", OTHER_KEY));
    assertThat(replaced.secret(old)).isEmpty();
    assertThat(replaced.sign(List.of(old), event, 0, PAYLOAD)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "not base 64 at all !!!!!!!!!!!!!!!!!!!!!!!!!!!!", "AAAA"})
  void needKeysOfRandomBytes(String key) {
    assertThatThrownBy(() -> new WebhookSecrets(WebhookSettings.of("keys", key)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("openssl rand -base64 32");
  }

  @Test
  void nameTheMissingSetting() {
    WebhookSecrets none = new WebhookSecrets(WebhookSettings.of("keys", ""));
    assertThatThrownBy(none::currentKey)
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("prepgraph.webhooks.keys");
  }
}
