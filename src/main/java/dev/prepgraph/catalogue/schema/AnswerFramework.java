package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Structure of a good answer.")
public enum AnswerFramework {
  @Description("Situation, task, action, result: for questions about past behaviour.")
  STAR,
  @Description("No fixed structure.")
  FREEFORM
}
