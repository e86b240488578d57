package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Seniority of a role.")
public enum Seniority {
  @Description("Student or starter without work experience.")
  INTERN,
  @Description("Up to about two years of work experience.")
  JUNIOR,
  @Description("Works independently on known kinds of tasks.")
  MID,
  @Description("Owns large parts of a system and guides others.")
  SENIOR,
  @Description("Leads the work of a team.")
  LEAD
}
