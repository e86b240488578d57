package dev.prepgraph.catalogue.search;

import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.store.CatalogueDatabase;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Searches the questions of guides. */
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

  private record Key(Set<UUID> guides, String text, String locale) {}

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

  /** The matching questions by guide, in one statement; nothing without a text. */
  public Map<UUID, Set<UUID>> of(Set<UUID> guides, String text, String locale) {
    if (text == null) {
      return Map.of();
    }
    Key key = new Key(guides, text, locale);
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
    database
        .nativeList(SQL, parameters)
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.get("guide_id", UUID.class), guide -> new HashSet<>())
                    .add(row.get("question_id", UUID.class)));
    return new Matches(found);
  }
}
