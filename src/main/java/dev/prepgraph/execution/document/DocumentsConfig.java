package dev.prepgraph.execution.document;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Documents that clients name instead of sending them. */
@ConfigMapping(prefix = "prepgraph.documents")
public interface DocumentsConfig {

  /** Files with the documents of clients, in the format of Apollo or of Relay. */
  Optional<List<Path>> manifest();

  /** The callers that may execute documents of the manifest only. */
  Optional<Set<CallerKind>> trustedOnly();

  /**
   * Estimated heap of documents that clients register by their hash (automatic persisted queries),
   * a quarter of it for one caller; 0 disables registration.
   */
  @WithDefault("8M")
  MemorySize registered();
}
