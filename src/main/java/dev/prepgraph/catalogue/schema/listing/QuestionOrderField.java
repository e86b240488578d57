package dev.prepgraph.catalogue.schema.listing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("What questions are ordered by.")
public enum QuestionOrderField {
  @Description("Slug, by code points.")
  SLUG,
  @Description("Difficulty, from EASY to HARD; a question without one is ordered as MEDIUM.")
  DIFFICULTY,
  @Description("Publication time of the last change.")
  CHANGED
}
