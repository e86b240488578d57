package dev.prepgraph.account.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("The reason why an entry of an export was not imported.")
public enum SkipReason {
  @Description("The account already has it; the existing one stays unchanged.")
  EXISTS,
  @Description(
      "It refers to something unknown here: content that was never published, a plan, or a time zone.")
  UNKNOWN
}
