package dev.prepgraph.catalogue.schema.part;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Relation to another guide.")
public enum RelatedGuideKind {
  @Description("The next seniority in the same role family.")
  NEXT_LEVEL,
  @Description("Another guide of the same role family.")
  SAME_FAMILY,
  @Description("Chosen by the editors.")
  EDITORS_CHOICE,
  @Description("Guide of another role family; those that share the most criteria come first.")
  SIMILAR_SKILLS
}
