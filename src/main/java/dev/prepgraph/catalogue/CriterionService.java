package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.node.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Reads the published criteria. */
@ApplicationScoped
public class CriterionService {

  private final PublishedCatalogue catalogue;

  CriterionService(PublishedCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The slug of the criterion with a node id; empty for any other id. */
  public Optional<String> slug(String id) {
    return NodeId.parse(Kind.CRITERION.letter, id)
        .map(key -> catalogue.snapshot().taxonomy().criterionSlug(key));
  }

  /**
   * All published criteria by slug.
   *
   * @param locale null for the language of the request
   */
  public Map<String, Criterion> bySlug(String locale) {
    return Presentation.of(catalogue.snapshot(), locale).taxonomy().criteria();
  }
}
