package dev.prepgraph.catalogue.schema.listing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Orders of questions.")
public enum QuestionOrderField {
  @Description("Slug, by code points.")
  SLUG,
  @Description("Difficulty, from EASY to HARD; a question without one is ordered as MEDIUM.")
  DIFFICULTY,
  @Description(
      "Publication time of the current revision: unlike for contentChangedAt, a change of its criteria or question type alone does not count, and one in another language does.")
  CHANGED
}
