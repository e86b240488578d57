package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Status of a saved answer.")
public enum SavedAnswerStatus {
  @Description("The user is still writing it.")
  DRAFT,
  @Description("The user would give it in the interview.")
  READY
}
