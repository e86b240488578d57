package dev.prepgraph.catalogue.change;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of a published object.")
public enum ChangedObjectKind {
  @Description("A criterion.")
  CRITERION,
  @Description(
      "A role guide with all that its page shows: questions, question types, criteria and family.")
  GUIDE,
  @Description("A question with its question type and criteria.")
  QUESTION
}
