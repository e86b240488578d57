package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Status of a saved answer.")
public enum SavedAnswerStatus {
  @Description("In progress.")
  DRAFT,
  @Description("Ready for the interview.")
  READY
}
