package dev.prepgraph.account.transfer;

import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import java.util.List;

/** Errors in an export that is imported. */
final class TransferErrors {

  private TransferErrors() {}

  static UserErrorException invalid(String path, String message) {
    return new UserErrorException(List.of(error(path, message)));
  }

  static UserError error(String path, String message) {
    return UserError.of(
        UserErrorCode.INVALID, (path.isEmpty() ? "/" : path) + ": " + message, "input", "data");
  }
}
