package dev.prepgraph.catalogue.change;

import org.eclipse.microprofile.graphql.Description;

@Description(
    "Kind of a published object. Families and question types have no changes of their own: theirs are changes of the guides and questions that show them.")
public enum ChangedObjectKind {
  @Description("A criterion.")
  CRITERION,
  @Description(
      "A role guide with the content of its page: questions, question types, criteria and family. Computed related guides are not part of it.")
  GUIDE,
  @Description("A question with its question type and criteria. Its guides are not part of it.")
  QUESTION
}
