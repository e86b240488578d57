package dev.prepgraph.execution;

import graphql.GraphQLError;
import java.util.List;

/** A document that is not GraphQL, or not of this schema. */
public final class InvalidDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<? extends GraphQLError> errors;

  InvalidDocumentException(List<? extends GraphQLError> errors) {
    super("The document is not valid", null, false, false);
    this.errors = errors;
  }

  public List<? extends GraphQLError> errors() {
    return errors;
  }
}
