package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("How hard a question is for a candidate of the guide's seniority.")
public enum Difficulty {
  @Description("Most prepared candidates answer it well.")
  EASY,
  @Description("Needs practice or some thought.")
  MEDIUM,
  @Description("Tells strong candidates apart.")
  HARD
}
