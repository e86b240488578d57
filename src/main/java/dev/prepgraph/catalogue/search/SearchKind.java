package dev.prepgraph.catalogue.search;

import dev.prepgraph.catalogue.model.Kind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The names are those of {@link Kind}. */
@Enum
@Description("A type that a search can find.")
public enum SearchKind {
  @Description("A role guide.")
  GUIDE,
  @Description("A question.")
  QUESTION,
  @Description("A criterion.")
  CRITERION
}
