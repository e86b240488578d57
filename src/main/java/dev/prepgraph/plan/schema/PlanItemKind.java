package dev.prepgraph.plan.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Kind of work of an item.")
public enum PlanItemKind {
  @Description("Prepare an answer to a question for the first time.")
  LEARN,
  @Description("Review the answer before it is forgotten.")
  REVIEW,
  @Description("Read the guide.")
  READ,
  @Description("Custom item, added by the user.")
  CUSTOM
}
