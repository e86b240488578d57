package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.schema.QuestionType;
import dev.prepgraph.catalogue.schema.part.RoleFamily;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.catalogue.store.Taxonomy;
import dev.prepgraph.node.Node;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Reads the published families, question types and criteria; a null locale is that of the request.
 */
@ApplicationScoped
class TaxonomyService {

  private final PublishedCatalogue catalogue;

  TaxonomyService(PublishedCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** All families, by slug. */
  List<RoleFamily> families(String locale) {
    return List.copyOf(in(locale).families().values());
  }

  /** All question types, in the order of the taxonomy. */
  List<QuestionType> questionTypes(String locale) {
    return List.copyOf(in(locale).types().values());
  }

  /** Finds a family by exactly one of slug and id; returns null for an unknown one. */
  RoleFamily family(String slug, String id, String locale) {
    return find(in(locale).families(), slug, id);
  }

  /** Finds a question type by exactly one of slug and id; returns null for an unknown one. */
  QuestionType questionType(String slug, String id, String locale) {
    return find(in(locale).types(), slug, id);
  }

  /** Finds a criterion by exactly one of slug and id; returns null for an unknown one. */
  Criterion criterion(String slug, String id, String locale) {
    return find(in(locale).criteria(), slug, id);
  }

  private Taxonomy.Localized in(String locale) {
    return Presentation.of(catalogue.snapshot(), locale).taxonomy();
  }

  private static <T extends Node> T find(Map<String, T> objects, String slug, String id) {
    GuideService.requireOne(slug, id);
    return slug == null
        ? objects.values().stream()
            .filter(object -> object.id().equals(id))
            .findFirst()
            .orElse(null)
        : objects.get(slug);
  }
}
