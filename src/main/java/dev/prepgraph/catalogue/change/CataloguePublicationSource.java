package dev.prepgraph.catalogue.change;

import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.catalogue.store.Snapshot;
import dev.prepgraph.execution.stream.EventSource;
import dev.prepgraph.execution.stream.StreamEvent;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes each publication, once this replica serves it, to the subscriptions. */
@Singleton
class CataloguePublicationSource implements EventSource {

  private final PublishedCatalogue catalogue;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  CataloguePublicationSource(PublishedCatalogue catalogue) {
    this.catalogue = catalogue;
    catalogue.onPublication(
        () -> {
          StreamEvent event = missed();
          listeners.forEach(listener -> listener.event(event));
        });
  }

  @Override
  public String field() {
    return "catalogueChanged";
  }

  /** The current publication replaces all earlier ones. */
  @Override
  public StreamEvent missed() {
    Snapshot current = catalogue.snapshot();
    return new StreamEvent(
        field(), new CataloguePublication(current.revision(), current.publishedAt()));
  }

  @Override
  public Runnable open(Listener listener) {
    listeners.add(listener);
    listener.event(missed());
    return () -> listeners.remove(listener);
  }
}
