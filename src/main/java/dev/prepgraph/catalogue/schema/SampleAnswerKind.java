package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Purpose of a sample answer.")
public enum SampleAnswerKind {
  @Description("The answer in a few sentences.")
  SHORT,
  @Description("The contents of a complete and correct answer.")
  MODEL,
  @Description("A candidate's possible wording.")
  EXAMPLE
}
