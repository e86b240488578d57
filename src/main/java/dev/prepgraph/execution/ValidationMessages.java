package dev.prepgraph.execution;

import dev.prepgraph.execution.typesystem.StrictCoercing;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Messages for the validation errors of graphql-java, whose own repeat the values that were sent.
 * What they say beside the value is only in their text, so it is read from there; a value that
 * imitates it spoils the answer to its own sender.
 */
record ValidationMessages(GraphQLSchema schema) {

  private static final Pattern ARGUMENT = Pattern.compile("argument '([\\w.\\[\\]]+)'");
  private static final Pattern TYPE = Pattern.compile("is not a valid '(\\w+)'");
  private static final Pattern MISSING =
      Pattern.compile("is missing required fields '\\[([\\w, ]+)]'$");
  private static final Pattern UNKNOWN =
      Pattern.compile("contains a field not in '(\\w+)': '\\w+'$");

  ResponseError of(ValidationError error) {
    return ResponseError.badRequest(message(error)).at(error.getLocations(), null);
  }

  private String message(ValidationError error) {
    if (error.getValidationErrorType() == ValidationErrorType.WrongType) {
      Matcher argument = ARGUMENT.matcher(error.getMessage());
      String place = argument.find() ? argument.group(1) : "A value";
      return place + " " + mistake(error);
    }
    return error.getValidationErrorType() == ValidationErrorType.BadValueForDefaultArg
        ? "A default value has the wrong type"
        : error.getMessage();
  }

  private String mistake(ValidationError error) {
    Map<String, Object> extensions = error.getExtensions();
    Object expected = extensions == null ? null : extensions.get(StrictCoercing.EXPECTED);
    if (expected != null) {
      return "must be " + expected;
    }
    String message = error.getMessage();
    if (message.endsWith("must not be null")) {
      return "must not be null";
    }
    if (message.endsWith("must be an object type")) {
      return "must be an object";
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.find()) {
      return "must have the fields " + missing.group(1);
    }
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.find()) {
      return "has a field that " + unknown.group(1) + " does not have";
    }
    return TYPE.matcher(message)
        .results()
        .map(type -> schema.getType(type.group(1)))
        .filter(type -> type instanceof GraphQLEnumType || type instanceof GraphQLScalarType)
        .reduce((first, last) -> last)
        .map(type -> "must be " + expected(type))
        .orElse("has the wrong type for its place");
  }

  /** The values that a leaf type takes. */
  static String expected(GraphQLType type) {
    if (type instanceof GraphQLEnumType values) {
      return values.getValues().stream()
          .map(GraphQLEnumValueDefinition::getName)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    var scalar = (GraphQLScalarType) type;
    return scalar.getCoercing() instanceof StrictCoercing strict
        ? strict.expected()
        : "a " + scalar.getName();
  }
}
