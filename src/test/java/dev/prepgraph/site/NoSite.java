package dev.prepgraph.site;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service without the site, as by default in production. */
public final class NoSite implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("prepgraph.site.enabled", "false");
  }
}
