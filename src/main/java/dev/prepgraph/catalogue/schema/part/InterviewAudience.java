package dev.prepgraph.catalogue.schema.part;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Conductor of a step of the interviews.")
public enum InterviewAudience {
  @Description("Recruiter of the company or of an agency.")
  RECRUITER,
  @Description("Future manager of the candidate.")
  HIRING_MANAGER,
  @Description("Future colleague.")
  PEER,
  @Description("Several interviewers at once.")
  PANEL,
  @Description("Member of the management.")
  EXECUTIVE,
  @Description("Software, for example an online test.")
  AUTOMATED
}
