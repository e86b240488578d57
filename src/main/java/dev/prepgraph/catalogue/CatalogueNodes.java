package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.catalogue.store.Snapshot;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeLoader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Loads guides, questions and criteria for {@code node} and {@code nodes}, in the default language.
 */
class CatalogueNodes {

  private record Loader(char kind, Function<Collection<UUID>, Map<UUID, ? extends Node>> loading)
      implements NodeLoader {
    @Override
    public Map<UUID, ? extends Node> load(Collection<UUID> keys) {
      return loading.apply(keys);
    }
  }

  @Produces
  @ApplicationScoped
  NodeLoader guides(GuideService guides) {
    return new Loader(Kind.GUIDE.letter, ids -> guides.byIds(ids, null));
  }

  @Produces
  @ApplicationScoped
  NodeLoader questions(QuestionService questions) {
    return new Loader(Kind.QUESTION.letter, ids -> questions.byIds(ids, null));
  }

  @Produces
  @ApplicationScoped
  NodeLoader criteria(PublishedCatalogue catalogue) {
    return new Loader(Kind.CRITERION.letter, ids -> criteria(catalogue.snapshot(), ids));
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
