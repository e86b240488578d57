package dev.prepgraph.http.stream;

/** Close codes of WebSockets (RFC 6455, 7.4.1) and of {@code graphql-transport-ws}. */
final class CloseCode {

  static final int GOING_AWAY = 1001;
  static final int TOO_BIG = 1009;
  static final int TRY_AGAIN_LATER = 1013;
  static final int BAD_REQUEST = 4400;

  /** Clients do not reconnect. */
  static final int UNAUTHORIZED = 4401;

  /** Clients reconnect, with a new token if they have one. */
  static final int FORBIDDEN = 4403;

  static final int INIT_TIMEOUT = 4408;
  static final int DUPLICATE_ID = 4409;
  static final int SECOND_INIT = 4429;

  private CloseCode() {}
}
