package dev.prepgraph.common.error;

/** Values of {@code extensions.code} of a top-level error. */
public enum ErrorCode {
  BAD_REQUEST(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  TOO_COMPLEX(400),
  /** The request itself is well-formed, and clients resend it with its document. */
  PERSISTED_QUERY_NOT_FOUND(200),
  PERSISTED_QUERY_NOT_SUPPORTED(200),
  DOCUMENT_NOT_FOUND(400),
  DOCUMENT_NOT_TRUSTED(403),
  BATCHING_NOT_SUPPORTED(400),
  RATE_LIMITED(429),
  UNAVAILABLE(503),
  INTERNAL(500);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /** The HTTP status of a response without data. */
  public int status() {
    return status;
  }
}
