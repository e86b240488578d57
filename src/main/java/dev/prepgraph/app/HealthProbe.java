package dev.prepgraph.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** {@code health}: the readiness probe of a container, whose image has no HTTP client. */
final class HealthProbe {

  /** Not a picocli command, which would start a second service. */
  static final String NAME = "health";

  private static final int TIMEOUT_MILLIS = 2_000;

  private HealthProbe() {}

  /** Returns 0 if the service is ready, else 1. */
  static int run() {
    String port = System.getenv().getOrDefault("QUARKUS_MANAGEMENT_PORT", "9000");
    try {
      var url = URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL();
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK ? 0 : 1;
    } catch (IOException e) {
      return 1;
    }
  }
}
