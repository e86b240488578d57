package dev.prepgraph.content;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Imports and publishes the default pack at start, in development. */
@ApplicationScoped
class DefaultContent {

  private static final Logger LOG = Logger.getLogger(DefaultContent.class);

  void importAtStart(
      @Observes StartupEvent start,
      ContentConfig config,
      Importer importer,
      Publication publication) {
    if (!config.importAtStart()) {
      return;
    }
    try {
      Pack.withDefault(pack -> importer.run(pack, false, read -> {}).warnings().forEach(LOG::warn));
      LOG.infof("The catalogue is at revision %d", publication.run().revision());
    } catch (PackException e) {
      e.problems().forEach(LOG::error);
      throw e;
    }
  }
}
