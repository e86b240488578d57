package dev.prepgraph.execution;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.TypeFromAST;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
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

/**
 * Coerces the variables of an operation and reports the path of the first malformed value, where
 * graphql-java reports the variable only and repeats the value.
 */
final class Variables {

  private final GraphQLContext context = GraphQLContext.getDefault();

  private Variables() {}

  /** Coerces the variables of an operation of a valid document. */
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
        String name = variable.getName();
        if (raw.containsKey(name) || variable.getDefaultValue() == null) {
          GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
          String mistake = new Variables().mistake("$" + name, type, raw.get(name));
          if (mistake != null) {
            throw rejected(mistake, variable.getSourceLocation());
          }
        }
      }
      throw malformed;
    }
  }

  /** A request error at a position of the document. */
  static InvalidDocumentException rejected(String message, SourceLocation location) {
    return new InvalidDocumentException(
        List.of(ResponseError.badRequest(message).at(List.of(location), null)), true);
  }

  /** Describes the first malformed value; null where there is none. */
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
      return path + " must be " + ValidationMessages.expected(nullable);
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
      String name = field.getName();
      if (members.containsKey(name) || !field.hasSetDefaultValue()) {
        String mistake = mistake(path + "." + name, field.getType(), members.get(name));
        if (mistake != null) {
          return mistake;
        }
      }
    }
    return members.keySet().stream().allMatch(name -> type.getField((String) name) != null)
        ? null
        : path + " has a field that " + type.getName() + " does not have";
  }
}
