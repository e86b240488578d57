package dev.prepgraph.catalogue.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The stored JSON of a taxonomy's revision. */
@RegisterForReflection(registerFullHierarchy = true)
public record TaxonomyDocument(
    List<Family> families, List<Type> questionTypes, List<CriterionText> criteria) {

  public static final TaxonomyDocument EMPTY =
      new TaxonomyDocument(List.of(), List.of(), List.of());

  /**
   * @param description may be null
   */
  public record Family(
      String slug,
      String name,
      String description,
      Map<String, Map<String, String>> translations) {}

  public record Type(
      String slug,
      String name,
      String description,
      Map<String, Map<String, String>> translations) {}

  /**
   * @param levels none, or five
   */
  public record CriterionText(
      UUID id,
      String slug,
      String name,
      String description,
      List<Level> levels,
      Map<String, Map<String, String>> translations) {}

  public record Level(
      int score, String label, String descriptor, Map<String, Map<String, String>> translations) {}
}
