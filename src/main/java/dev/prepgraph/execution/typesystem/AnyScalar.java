package dev.prepgraph.execution.typesystem;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Accepts any value, so that a malformed one is an error of its own place in a list. The scalar of
 * the federation library fails on null in a literal.
 */
final class AnyScalar implements Coercing<Object, Object> {

  static final GraphQLScalarType TYPE =
      GraphQLScalarType.newScalar()
          .name("_Any")
          .description(
              "A reference to an object of a federated graph: its __typename and the fields of one of its keys.")
          .coercing(new AnyScalar())
          .build();

  @Override
  public Object parseValue(Object input, GraphQLContext context, Locale locale) {
    return input;
  }

  @Override
  public Object parseLiteral(
      Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
    Object value = value(literal, variables);
    return value == null ? Map.of() : value;
  }

  /** Null for what has no value here, such as the variables of a document that is validated. */
  private static Object value(Value<?> literal, CoercedVariables variables) {
    if (literal instanceof ObjectValue object) {
      Map<String, Object> fields = new HashMap<>();
      object
          .getObjectFields()
          .forEach(field -> fields.put(field.getName(), value(field.getValue(), variables)));
      return fields;
    }
    if (literal instanceof ArrayValue list) {
      return list.getValues().stream().map(entry -> value(entry, variables)).toList();
    }
    if (literal instanceof VariableReference variable) {
      return variables.get(variable.getName());
    }
    if (literal instanceof EnumValue name) {
      return name.getName();
    }
    return literal instanceof NullValue ? null : StrictCoercing.toJson(literal);
  }
}
