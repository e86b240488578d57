package dev.prepgraph.execution;

import java.util.List;

/** Rejects a document with a syntax or validation error, or malformed variables. */
public final class InvalidDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ResponseError> errors;

  InvalidDocumentException(List<ResponseError> errors) {
    super("The document is not valid", null, false, false);
    this.errors = errors;
  }

  public List<ResponseError> errors() {
    return errors;
  }
}
