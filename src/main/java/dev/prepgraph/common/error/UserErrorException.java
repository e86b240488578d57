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

  /**
   * Rejects a reference.
   *
   * @param object with its article
   * @param path input path of the reference
   */
  public static UserErrorException notFound(String object, String... path) {
    return new UserErrorException(
        UserErrorCode.NOT_FOUND, path[path.length - 1] + " must identify " + object, path);
  }

  public static void throwIfAny(List<UserError> errors) {
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
  }

  public List<UserError> errors() {
    return errors;
  }
}
