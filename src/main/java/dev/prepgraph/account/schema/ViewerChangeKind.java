package dev.prepgraph.account.schema;

import org.eclipse.microprofile.graphql.Description;

@Description("What changed in the account.")
public enum ViewerChangeKind {
  @Description("A saved answer or its assessment.")
  ANSWER,
  @Description("A bookmark; node is the guide or question.")
  BOOKMARK,
  @Description("A tracked interview with its history and debrief, or a stage of interviews.")
  INTERVIEW,
  @Description("A plan with its items.")
  PLAN,
  @Description("A recorded practice or a practice session.")
  PRACTICE,
  @Description("The preferences.")
  PREFERENCES,
  @Description(
      "Anything: read again what is shown. The first event of each subscription, and the next one after events may have been missed.")
  RESYNC
}
