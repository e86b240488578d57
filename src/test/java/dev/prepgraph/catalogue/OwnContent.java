package dev.prepgraph.catalogue;

import static dev.prepgraph.Awaiting.await;

import dev.prepgraph.GraphQL;
import dev.prepgraph.content.TestPack;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service whose catalogue is empty until a test publishes its own pack. */
public class OwnContent implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("prepgraph.content.import-at-start", "false");
  }

  /** Publishes a pack of the test resources, unless it is published. */
  public static void publish(String pack) {
    if (GraphQL.query("{ catalogue { revision } }").getInt("catalogue.revision") == 0) {
      TestPack.publishPack(pack);
      await()
          .until(
              () -> GraphQL.query("{ catalogue { revision } }").getInt("catalogue.revision") == 1);
    }
  }
}
