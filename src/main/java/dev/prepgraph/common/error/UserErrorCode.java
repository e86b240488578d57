package dev.prepgraph.common.error;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Code of a user error.")
public enum UserErrorCode {
  @Description("A value is invalid.")
  INVALID,
  @Description("The object does not exist, or is not the caller's.")
  NOT_FOUND,
  @Description(
      "The object was changed since the caller read it, or the idempotency key was used with a different input.")
  CONFLICT,
  @Description("A text is too long.")
  TOO_LARGE,
  @Description("The caller has the maximal number of such objects.")
  LIMIT_REACHED,
  @Description("The caller already has such an object.")
  DUPLICATE
}
