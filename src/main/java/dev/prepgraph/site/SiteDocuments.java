package dev.prepgraph.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.common.Resources;
import dev.prepgraph.execution.document.DocumentManifest;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** Lets the site name its documents, which are trusted like those of a manifest. */
@Singleton
class SiteDocuments {

  private static final TypeReference<Map<String, String>> BY_ID = new TypeReference<>() {};

  /** After the operator's manifest. The build has checked the documents. */
  void add(
      @Observes @Priority(4) StartupEvent start,
      SiteConfig config,
      DocumentManifest manifest,
      ObjectMapper json)
      throws JsonProcessingException {
    if (config.enabled()) {
      manifest.add(json.readValue(Resources.text("/site/documents.json"), BY_ID));
    }
  }
}
