package dev.prepgraph.graphql;

/** What {@code extensions.code} of a top-level error can be. */
public enum ErrorCode {
  BAD_REQUEST,
  UNAUTHENTICATED,
  FORBIDDEN,
  NOT_FOUND,
  TOO_COMPLEX,
  RATE_LIMITED,
  UNAVAILABLE,
  INTERNAL
}
