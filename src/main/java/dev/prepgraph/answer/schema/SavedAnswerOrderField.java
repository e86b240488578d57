package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Orders of saved answers.")
public enum SavedAnswerOrderField {
  @Description("Time of the first save.")
  CREATED_AT,
  @Description("Time of the last save.")
  UPDATED_AT
}
