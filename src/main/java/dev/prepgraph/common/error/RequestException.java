package dev.prepgraph.common.error;

/**
 * The one way to refuse a request with a top-level error. The message is shown to the caller, so it
 * says what was wrong and repeats nothing that the caller sent.
 */
public final class RequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final boolean unconfirmed;

  public RequestException(ErrorCode code, String message) {
    this(code, message, false);
  }

  private RequestException(ErrorCode code, String message, boolean unconfirmed) {
    super(message, null, false, false);
    this.code = code;
    this.unconfirmed = unconfirmed;
  }

  public static RequestException badRequest(String message) {
    return new RequestException(ErrorCode.BAD_REQUEST, message);
  }

  /** The database went away while it committed: what was written may be there or not. */
  public static RequestException unconfirmed() {
    return new RequestException(
        ErrorCode.UNAVAILABLE,
        "The database did not confirm the change; read again before you repeat it",
        true);
  }

  public ErrorCode code() {
    return code;
  }

  /** Whether the request may have done what it was to do, so that nobody may repeat it blindly. */
  public boolean isUnconfirmed() {
    return unconfirmed;
  }
}
