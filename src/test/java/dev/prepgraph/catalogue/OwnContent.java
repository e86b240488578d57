package dev.prepgraph.catalogue;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service whose catalogue is empty until a test publishes its own pack. */
public class OwnContent implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("prepgraph.content.import-at-start", "false");
  }
}
