package dev.prepgraph.account.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Why an entry of an export was not taken back. */
@Enum
@Description("Why an entry of an export was not taken back.")
public enum SkipReason {
  @Description("The account has one in its place, which stays as it is.")
  EXISTS,
  @Description(
      "It names something unknown here: content that was never published, a plan, or a time zone.")
  UNKNOWN
}
