package dev.prepgraph.catalogue.store;

import dev.prepgraph.common.ContentVersion;
import jakarta.enterprise.context.ApplicationScoped;

/** Public content changes with publications alone. */
@ApplicationScoped
class CatalogueVersion implements ContentVersion {

  private final PublishedCatalogue catalogue;

  CatalogueVersion(PublishedCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String current() {
    return catalogue.version();
  }
}
