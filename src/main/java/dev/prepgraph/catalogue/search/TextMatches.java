package dev.prepgraph.catalogue.search;

import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.store.CatalogueDatabase;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Filters the questions of guides by text, as lists of questions do. */
@ApplicationScoped
public class TextMatches {

  private static final String SQL =
      """
      select gq.guide_id, gq.question_id
      from catalogue.guide_question gq
      join catalogue.search_document d on d.kind = 'QUESTION' and d.id = gq.question_id,
      """
          + SearchRepository.QUERIES
          + " where gq.guide_id = any(:guides) and "
          + SearchRepository.MATCHES;

  private record Key(List<UUID> guides, String text, String locale) {}

  /** The matching questions by guide. */
  private record Matches(Map<UUID, Set<UUID>> questions) implements Weighted {
    @Override
    public int weight() {
      return 300 + questions.values().stream().mapToInt(found -> 150 + 80 * found.size()).sum();
    }
  }

  private final PublishedCatalogue catalogue;
  private final CatalogueDatabase database;

  TextMatches(PublishedCatalogue catalogue, CatalogueDatabase database) {
    this.catalogue = catalogue;
    this.database = database;
  }

  /**
   * Which questions of a guide match, read in one statement for all guides that are shown with it.
   *
   * @param text null: all match
   */
  public Predicate<UUID> of(RoleGuide guide, String text) {
    if (text == null) {
      return question -> true;
    }
    return guide
            .group()
            .matching(guide.key(), text, guides -> read(new Key(guides, text, guide.locale())))
        ::contains;
  }

  private Map<UUID, Set<UUID>> read(Key key) {
    return catalogue.get(key, () -> search(key)).questions();
  }

  private Matches search(Key key) {
    Map<UUID, Set<UUID>> found = new HashMap<>();
    Map<String, Object> parameters =
        Map.of(
            "guides", key.guides().toArray(UUID[]::new),
            "text", key.text(),
            "locale", key.locale(),
            "any", false);
    for (Object[] row : database.rows(SQL, parameters)) {
      found.computeIfAbsent((UUID) row[0], guide -> new HashSet<>()).add((UUID) row[1]);
    }
    return new Matches(found);
  }
}
