package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Difficulty of a question for candidates of the guide's seniority.")
public enum Difficulty {
  @Description("Most prepared candidates answer it well.")
  EASY,
  @Description("Needs practice or some thought.")
  MEDIUM,
  @Description("Distinguishes strong candidates.")
  HARD
}
