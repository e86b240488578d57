package dev.prepgraph.common.error;

import java.util.List;

/** Rolls back a mutation and reports user errors in its payload. */
public final class UserErrorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<UserError> errors;

  public UserErrorException(List<UserError> errors) {
    super(errors.toString(), null, false, false);
    this.errors = List.copyOf(errors);
  }

  public UserErrorException(UserErrorCode code, String message, String... path) {
    this(List.of(UserError.of(code, message, path)));
  }

  public List<UserError> errors() {
    return errors;
  }
}
