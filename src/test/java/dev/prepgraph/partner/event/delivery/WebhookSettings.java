package dev.prepgraph.partner.event.delivery;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The configuration of webhooks with a test's settings over the defaults. */
final class WebhookSettings {

  static final String KEY = "QSBrZXkgZm9yIGRldmVsb3BtZW50IG9ubHksIG5vdCBhIHNlY3JldA==";

  private static final int PRIORITY = 200;

  private WebhookSettings() {}

  /** Settings by their names below {@code prepgraph.webhooks}. */
  static WebhookConfig of(String... namesAndValues) {
    Map<String, String> settings = new HashMap<>(Map.of("prepgraph.webhooks.keys", KEY));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put("prepgraph.webhooks." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return new SmallRyeConfigBuilder()
        .withMapping(WebhookConfig.class)
        .withConverter(Duration.class, PRIORITY, new DurationConverter())
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(WebhookConfig.class);
  }
}
