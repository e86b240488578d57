package dev.prepgraph.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * {@code health}: asks the service of this container whether it is ready; images hold no other tool
 * that could.
 */
final class HealthProbe {

  /** The command's name. It is no picocli command, for it must not start a second service. */
  static final String NAME = "health";

  private static final int PATIENCE_MILLIS = 2_000;

  private HealthProbe() {}

  /** Returns 0 when it is ready, else 1. */
  static int run() {
    String port = System.getenv().getOrDefault("QUARKUS_MANAGEMENT_PORT", "9000");
    try {
      var url = URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL();
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK ? 0 : 1;
    } catch (IOException e) {
      return 1;
    }
  }
}
