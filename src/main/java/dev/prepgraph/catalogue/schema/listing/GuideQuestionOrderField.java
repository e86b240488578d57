package dev.prepgraph.catalogue.schema.listing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Orders of a guide's questions.")
public enum GuideQuestionOrderField {
  @Description("Position in the guide.")
  POSITION,
  @Description("Difficulty, from EASY to HARD; a question without one is ordered as MEDIUM.")
  DIFFICULTY
}
