package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("What a sample answer is meant to show.")
public enum SampleAnswerKind {
  @Description("What a complete and correct answer contains.")
  MODEL,
  @Description("How a candidate might say it.")
  EXAMPLE
}
