package dev.prepgraph.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Short timeouts and small limits. */
public final class ImpatientProfile implements QuarkusTestProfile {

  static final int RUNNING = 2;
  static final int WAITING = 2;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "prepgraph.limits.time", "4s",
        "prepgraph.limits.body-time", "2s",
        "prepgraph.limits.import-time", "2s",
        "prepgraph.limits.memory", "4M",
        "prepgraph.limits.running", String.valueOf(RUNNING),
        "prepgraph.limits.waiting", String.valueOf(WAITING));
  }
}
