package dev.prepgraph.plan;

import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeLoader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Serves the user's own plans and their items to {@code node} and {@code nodes}. */
class PlanNodes {

  private record Loader(char kind, Function<Collection<UUID>, Map<UUID, ? extends Node>> loading)
      implements NodeLoader {
    @Override
    public Map<UUID, ? extends Node> load(Collection<UUID> keys) {
      return loading.apply(keys);
    }
  }

  @Produces
  @ApplicationScoped
  NodeLoader plans(PlanService plans) {
    return new Loader(PlanService.KIND, ids -> plans.byIds(ids, null));
  }

  @Produces
  @ApplicationScoped
  NodeLoader planItems(PlanService plans) {
    return new Loader(PlanService.ITEM_KIND, plans::itemsByIds);
  }
}
