package dev.prepgraph.bookmark.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Kind of a bookmark's target.")
public enum BookmarkKind {
  @Description("A role guide.")
  GUIDE,
  @Description("A question.")
  QUESTION
}
