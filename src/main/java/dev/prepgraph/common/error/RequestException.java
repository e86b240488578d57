package dev.prepgraph.common.error;

/**
 * Rejects a request with a top-level error. Its message is shown to the caller, so it never repeats
 * a value that was sent.
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

  public static RequestException tooComplex(String message) {
    return new RequestException(ErrorCode.TOO_COMPLEX, message);
  }

  /** The service is at its limits. */
  public static RequestException overloaded() {
    return new RequestException(ErrorCode.UNAVAILABLE, "Too many requests are running; try again");
  }

  /** A part that the service needs does not answer. */
  public static RequestException unavailable() {
    return new RequestException(
        ErrorCode.UNAVAILABLE, "The service is temporarily unavailable; try again");
  }

  /** The connection to the database was lost during a commit. */
  public static RequestException unconfirmed() {
    return new RequestException(
        ErrorCode.UNAVAILABLE,
        "The database did not confirm the change; read again before you repeat it",
        true);
  }

  public ErrorCode code() {
    return code;
  }

  /** Whether the request may have been executed, so that a client must read before a retry. */
  public boolean isUnconfirmed() {
    return unconfirmed;
  }
}
