package dev.prepgraph.catalogue;

import dev.prepgraph.graphql.ContentVersion;
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
