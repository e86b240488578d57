package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How far an answer is. */
@Enum
@Description("How far an answer is.")
public enum SavedAnswerStatus {
  @Description("Still being written.")
  DRAFT,
  @Description("The user would give it so in the interview.")
  READY
}
