package dev.prepgraph.interview.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What an interview need not have. */
@Enum
@Description("What an interview need not have.")
public enum InterviewField {
  @Description("The guide that it is for.")
  GUIDE,
  @Description("The plan that prepares for it.")
  PLAN,
  @Description("When it is.")
  SCHEDULED_AT,
  @Description("The time zone that it is in.")
  TIME_ZONE,
  @Description("Where it is.")
  LOCATION,
  @Description("The user's notes.")
  NOTES
}
