package dev.prepgraph.execution;

import dev.prepgraph.common.error.ErrorCode;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.GraphqlErrorBuilder;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.TypeFromAST;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Coerces the variables of an operation, and names the first that is malformed by its path:
 * graphql-java names the variable only, and repeats the value.
 */
final class Variables {

  private final GraphQLContext context = GraphQLContext.getDefault();

  private Variables() {}

  /**
   * Coerces the variables of an operation of a valid document.
   *
   * @throws InvalidDocumentException when one is malformed
   */
  static CoercedVariables coerce(
      GraphQLSchema schema, OperationDefinition operation, Map<String, Object> raw) {
    try {
      return ValuesResolver.coerceVariableValues(
          schema,
          operation.getVariableDefinitions(),
          RawVariables.of(raw),
          GraphQLContext.getDefault(),
          Locale.ENGLISH);
    } catch (GraphQLException malformed) {
      for (VariableDefinition variable : operation.getVariableDefinitions()) {
        GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
        Object value = raw.get(variable.getName());
        boolean defaulted =
            variable.getDefaultValue() != null && !raw.containsKey(variable.getName());
        String mistake =
            defaulted ? null : new Variables().mistake("$" + variable.getName(), type, value);
        if (mistake != null) {
          throw rejected(mistake, variable.getSourceLocation());
        }
      }
      throw malformed;
    }
  }

  /** A request error at a position of the document. */
  static InvalidDocumentException rejected(String message, SourceLocation location) {
    return new InvalidDocumentException(
        List.of(
            GraphqlErrorBuilder.newError()
                .message("%s", message)
                .location(location)
                .extensions(Map.of(Errors.CODE, ErrorCode.BAD_REQUEST.name()))
                .build()));
  }

  /** What is wrong with a value, or null. */
  private String mistake(String path, GraphQLType type, Object value) {
    if (value == null) {
      return GraphQLTypeUtil.isNonNull(type) ? path + " must not be null" : null;
    }
    GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
    if (nullable instanceof GraphQLList list) {
      return mistakeInList(path, list.getWrappedType(), value);
    }
    if (nullable instanceof GraphQLInputObjectType object) {
      return mistakeInObject(path, object, value);
    }
    try {
      if (nullable instanceof GraphQLEnumType values) {
        values.parseValue(value, context, Locale.ENGLISH);
      } else {
        ((GraphQLScalarType) nullable).getCoercing().parseValue(value, context, Locale.ENGLISH);
      }
      return null;
    } catch (CoercingParseValueException e) {
      return path + " must be " + expected(nullable);
    }
  }

  private String mistakeInList(String path, GraphQLType type, Object value) {
    if (!(value instanceof Collection<?> entries)) {
      return mistake(path, type, value); // a single value is a list of one
    }
    int index = 0;
    for (Object entry : entries) {
      String mistake = mistake(path + "[" + index++ + "]", type, entry);
      if (mistake != null) {
        return mistake;
      }
    }
    return null;
  }

  private String mistakeInObject(String path, GraphQLInputObjectType type, Object value) {
    if (!(value instanceof Map<?, ?> members)) {
      return path + " must be an object";
    }
    for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
      boolean defaulted = field.hasSetDefaultValue() && !members.containsKey(field.getName());
      String mistake =
          defaulted
              ? null
              : mistake(
                  path + "." + field.getName(), field.getType(), members.get(field.getName()));
      if (mistake != null) {
        return mistake;
      }
    }
    return members.keySet().stream().allMatch(name -> type.getField((String) name) != null)
        ? null
        : path + " has a field that " + type.getName() + " does not have";
  }

  private static String expected(GraphQLType type) {
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
