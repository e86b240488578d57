package dev.prepgraph.catalogue.schema.part;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Kind of a skill.")
public enum SkillKind {
  @Description("Programming, query or markup language.")
  LANGUAGE,
  @Description("Product, framework or library.")
  TOOL,
  @Description("Knowledge of a field.")
  CONCEPT,
  @Description("Certificate that an examination grants.")
  CERTIFICATION,
  @Description("Way of working with people.")
  SOFT
}
