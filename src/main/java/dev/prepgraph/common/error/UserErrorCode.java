package dev.prepgraph.common.error;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("The kind of a user error.")
public enum UserErrorCode {
  @Description("A value is not allowed in its place.")
  INVALID,
  @Description("There is no such object, or it is not the caller's.")
  NOT_FOUND,
  @Description(
      "The object was changed since the caller read it; or the idempotency key was used for something else.")
  CONFLICT,
  @Description("A text is too long.")
  TOO_LARGE,
  @Description("The caller has the maximal number of these objects.")
  LIMIT_REACHED,
  @Description("The caller has this already.")
  DUPLICATE
}
