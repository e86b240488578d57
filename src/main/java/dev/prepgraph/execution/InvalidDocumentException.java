package dev.prepgraph.execution;

import java.util.List;

/** Rejects a document with a syntax or validation error, or malformed variables. */
public final class InvalidDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ResponseError> errors;
  private final boolean namesSchema;

  /**
   * @param namesSchema whether the messages tell what the schema has
   */
  InvalidDocumentException(List<ResponseError> errors, boolean namesSchema) {
    super("The document is not valid", null, false, false);
    this.errors = errors;
    this.namesSchema = namesSchema;
  }

  /** The same error without what it says of the schema. */
  InvalidDocumentException withoutSchema() {
    return !namesSchema
        ? this
        : new InvalidDocumentException(
            errors.stream()
                .map(
                    error ->
                        ResponseError.badRequest("The document or a variable is not valid")
                            .at(error.locations(), null))
                .toList(),
            false);
  }

  public List<ResponseError> errors() {
    return errors;
  }
}
