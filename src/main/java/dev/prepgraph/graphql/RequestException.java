package dev.prepgraph.graphql;

/**
 * The one way to refuse a request with a top-level error. The message is shown to the caller, so it
 * says what was wrong and repeats nothing that the caller sent.
 */
public final class RequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public RequestException(ErrorCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public static RequestException badRequest(String message) {
    return new RequestException(ErrorCode.BAD_REQUEST, message);
  }

  public ErrorCode code() {
    return code;
  }
}
