package dev.prepgraph.execution.typesystem;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rejects malformed input of a scalar before anything executes, alike in literals and variables.
 *
 * @param framework serializes
 * @param parse returns the value that resolvers get, or null for malformed input
 * @param expected the expected form, such as "an integer"
 */
public record StrictCoercing(
    Coercing<?, ?> framework, Function<Object, Object> parse, String expected)
    implements Coercing<Object, Object> {

  /** The extension of a validation error that names the expected form. */
  public static final String EXPECTED = "expected";

  @Override
  public Object serialize(Object result, GraphQLContext context, Locale locale) {
    return framework.serialize(result, context, locale);
  }

  @Override
  public Object parseValue(Object input, GraphQLContext context, Locale locale) {
    return Optional.ofNullable(parse.apply(input))
        .orElseThrow(() -> new CoercingParseValueException("This must be " + expected));
  }

  @Override
  public Object parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    return Optional.ofNullable(parse.apply(toJson(input)))
        .orElseThrow(
            () ->
                CoercingParseLiteralException.newCoercingParseLiteralException()
                    .message("This must be " + expected)
                    .extensions(Map.of(EXPECTED, expected))
                    .build());
  }

  /** The same value in JSON, but a BigDecimal for a fraction. */
  static Object toJson(Value<?> literal) {
    if (literal instanceof StringValue text) {
      return text.getValue();
    }
    if (literal instanceof IntValue number) {
      return number.getValue();
    }
    if (literal instanceof FloatValue number) {
      return number.getValue();
    }
    return literal instanceof BooleanValue truth ? truth.isValue() : literal;
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return framework.valueToLiteral(input, context, locale);
  }
}
