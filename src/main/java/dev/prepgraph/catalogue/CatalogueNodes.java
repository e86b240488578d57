package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.catalogue.store.Snapshot;
import dev.prepgraph.node.NodeLoader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Loads guides, questions and criteria for {@code node} and {@code nodes}, in the default language.
 */
class CatalogueNodes {

  @Produces
  @Singleton
  NodeLoader guides(GuideService guides) {
    return new NodeLoader(Kind.GUIDE.letter, ids -> guides.byIds(ids, null));
  }

  @Produces
  @Singleton
  NodeLoader questions(QuestionService questions) {
    return new NodeLoader(Kind.QUESTION.letter, ids -> questions.byIds(ids, null));
  }

  @Produces
  @Singleton
  NodeLoader criteria(PublishedCatalogue catalogue) {
    return new NodeLoader(Kind.CRITERION.letter, ids -> criteria(catalogue.snapshot(), ids));
  }

  private static Map<UUID, Criterion> criteria(Snapshot snapshot, Collection<UUID> ids) {
    var taxonomy = Presentation.of(snapshot, null).taxonomy();
    Map<UUID, Criterion> found = new HashMap<>();
    for (UUID id : ids) {
      String slug = snapshot.taxonomy().criterionSlug(id);
      if (slug != null) {
        found.put(id, taxonomy.criteria().get(slug));
      }
    }
    return found;
  }
}
