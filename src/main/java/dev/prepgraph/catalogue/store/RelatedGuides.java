package dev.prepgraph.catalogue.store;

import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.model.Weighted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The guides that are related to guides, cached per publication. */
@ApplicationScoped
public class RelatedGuides {

  private record Key(UUID guide) {}

  private final PublishedCatalogue catalogue;

  RelatedGuides(PublishedCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The related guides of each guide, by its key; one statement, or none when cached. */
  public Map<UUID, List<GuideIndex.Related>> of(Collection<PublishedGuide> guides) {
    GuideIndex index = catalogue.index();
    Map<UUID, List<GuideIndex.Related>> related = new HashMap<>();
    for (PublishedGuide guide : guides) {
      related.computeIfAbsent(
          guide.id(),
          id ->
              catalogue
                  .get(new Key(id), () -> cached(index.related(id, guide.document())))
                  .value());
    }
    return related;
  }

  private static Weighted.Value<List<GuideIndex.Related>> cached(List<GuideIndex.Related> related) {
    return new Weighted.Value<>(related, 300 + 100 * related.size());
  }
}
