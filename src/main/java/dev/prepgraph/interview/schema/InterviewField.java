package dev.prepgraph.interview.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("An optional field of an interview.")
public enum InterviewField {
  @Description("The company that interviews.")
  COMPANY,
  @Description("The guide to prepare with.")
  GUIDE,
  @Description("The plan for the interview.")
  PLAN,
  @Description("The start of the interview.")
  SCHEDULED_AT,
  @Description("The time zone of the interview.")
  TIME_ZONE,
  @Description("The location of the interview.")
  LOCATION,
  @Description("The user's notes.")
  NOTES
}
