package dev.prepgraph.catalogue.change;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of a change of an object in a language.")
public enum ChangeKind {
  @Description("Published, and not published at the revision since.")
  PUBLISHED,
  @Description("The content that readers see changed.")
  CHANGED,
  @Description("Withdrawn, or without text in the language.")
  UNPUBLISHED
}
