package dev.prepgraph.account.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("The reason why an entry of an export was not imported.")
public enum SkipReason {
  @Description("The account already has this entry, which stays unchanged.")
  EXISTS,
  @Description("It refers to unknown content, an unknown plan, or an unknown time zone.")
  UNKNOWN
}
