package dev.prepgraph.plan.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Orders of plans.")
public enum PrepPlanOrderField {
  @Description("Creation time.")
  CREATED_AT,
  @Description("Time of the last change, also of its schedule.")
  UPDATED_AT,
  @Description("Day of the interview.")
  INTERVIEW_ON
}
