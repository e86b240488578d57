package dev.prepgraph.federation;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Access of gateways. */
@ConfigMapping(prefix = "prepgraph.federation")
public interface FederationConfig {

  /** OAuth clients whose tokens may read the schema although introspection is off. */
  Optional<Set<String>> clients();
}
