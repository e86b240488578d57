package dev.prepgraph.catalogue.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The stored JSON of a taxonomy's revision. */
@RegisterForReflection(registerFullHierarchy = true)
public record TaxonomyDocument(List<Type> questionTypes, List<CriterionText> criteria) {

  public record Type(
      String slug,
      String name,
      String description,
      Map<String, Map<String, String>> translations) {}

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
