package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("How an answer is best structured.")
public enum AnswerFramework {
  @Description("Situation, task, action, result: for questions about what the candidate did.")
  STAR,
  @Description("As the question needs.")
  FREEFORM
}
