package dev.prepgraph.catalogue.change;

import org.eclipse.microprofile.graphql.Description;

@Description("What happened to an object in a language.")
public enum ChangeKind {
  @Description("It is published, and was not at the revision since.")
  PUBLISHED,
  @Description("What a reader sees changed.")
  CHANGED,
  @Description("It is no longer published; in a language: it has no text in it any more.")
  UNPUBLISHED
}
