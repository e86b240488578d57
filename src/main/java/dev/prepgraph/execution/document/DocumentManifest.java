package dev.prepgraph.execution.document;

import dev.prepgraph.common.Sha256;
import dev.prepgraph.execution.DocumentCache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The documents that the operator trusts, read and checked once at the start. */
@Singleton
public class DocumentManifest {

  private static final Logger LOG = Logger.getLogger(DocumentManifest.class);

  /** Documents by id and by SHA-256. */
  private volatile Map<String, String> documents = Map.of();

  private volatile Set<String> texts = Set.of();

  /** Commands serve nothing, and run where the files may be missing. */
  void load(
      @Observes @Priority(3) StartupEvent start,
      DocumentsConfig config,
      DocumentCache cache,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    if (!serves) {
      return;
    }
    List<Path> files = config.manifest().orElse(List.of());
    if (files.isEmpty() && !config.trustedOnly().orElse(Set.of()).isEmpty()) {
      throw new ConfigurationException(
          "prepgraph.documents.trusted-only needs prepgraph.documents.manifest");
    }
    if (!files.isEmpty()) {
      set(new ManifestReader(cache::prepare).read(files));
      LOG.infof("Trusted documents: %d", texts.size());
    }
  }

  /** Adds documents that need no check, by the ids that a manifest gives them. */
  public synchronized void add(Map<String, String> byId) {
    Map<String, String> all = new HashMap<>(byId);
    all.putAll(documents);
    set(all);
  }

  synchronized void set(Map<String, String> byId) {
    texts = Set.copyOf(byId.values());
    Map<String, String> all = new HashMap<>();
    texts.forEach(text -> all.put(HexFormat.of().formatHex(Sha256.of(text)), text));
    all.putAll(byId);
    documents = Map.copyOf(all);
  }

  /**
   * The document of an id, or null.
   *
   * @param id of the manifest, or the SHA-256 of the document in lowercase hexadecimal digits
   */
  String find(String id) {
    return documents.get(id);
  }

  boolean contains(String text) {
    return texts.contains(text);
  }
}
