package dev.prepgraph.common.error;

/**
 * Rejects a request with a top-level error. Its message is shown to the caller, so it never repeats
 * a value that was sent.
 */
public final class RequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final boolean unconfirmed;
  private final long retryAfter;

  public RequestException(ErrorCode code, String message) {
    this(code, message, false, 0);
  }

  private RequestException(ErrorCode code, String message, boolean unconfirmed, long retryAfter) {
    super(message, null, false, false);
    this.code = code;
    this.unconfirmed = unconfirmed;
    this.retryAfter = retryAfter;
  }

  public static RequestException badRequest(String message) {
    return new RequestException(ErrorCode.BAD_REQUEST, message);
  }

  public static RequestException tooComplex(String message) {
    return new RequestException(ErrorCode.TOO_COMPLEX, message);
  }

  /** The account was erased, while the user's token is still valid. */
  public static RequestException erased() {
    return new RequestException(ErrorCode.UNAUTHENTICATED, "The account was erased");
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

  /**
   * A change may have been made or not.
   *
   * @param reason a sentence without its full stop
   */
  public static RequestException unconfirmed(String reason) {
    return new RequestException(
        ErrorCode.UNAVAILABLE, reason + "; read again before you repeat it", true, 0);
  }

  /**
   * The caller has used up its budget.
   *
   * @param retryAfter seconds after which it suffices
   */
  public static RequestException rateLimited(String message, long retryAfter) {
    return new RequestException(ErrorCode.RATE_LIMITED, message, false, retryAfter);
  }

  public ErrorCode code() {
    return code;
  }

  /** Whether the request may have been executed, so that a client must read before a retry. */
  public boolean isUnconfirmed() {
    return unconfirmed;
  }

  /** Seconds after which a repeated request succeeds; 0 when unknown. */
  public long retryAfter() {
    return retryAfter;
  }
}
