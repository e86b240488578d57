package dev.prepgraph.interview.schema.listing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Orders of interviews.")
public enum InterviewOrderField {
  @Description("Creation time.")
  CREATED_AT,
  @Description("Time of the last change.")
  UPDATED_AT,
  @Description("Time of the interview; unscheduled ones last in both directions.")
  SCHEDULED_AT,
  @Description("Company, whatever its case; interviews without one last in both directions.")
  COMPANY
}
