package dev.prepgraph.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Refuses what is no date before anything is done with it. The framework, whose scalar this is
 * otherwise, would begin the operation and then fail a second time on the missing result.
 */
record DateCoercing(Coercing<?, ?> framework) implements Coercing<Object, Object> {

  @Override
  public Object serialize(Object result, GraphQLContext context, Locale locale) {
    return framework.serialize(result, context, locale);
  }

  @Override
  public Object parseValue(Object input, GraphQLContext context, Locale locale) {
    if (!isDate(input)) {
      throw new CoercingParseValueException("A date looks like 2027-03-01");
    }
    return framework.parseValue(input, context, locale);
  }

  @Override
  public Object parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (!(input instanceof StringValue text && isDate(text.getValue()))) {
      throw new CoercingParseLiteralException("A date looks like 2027-03-01");
    }
    return framework.parseLiteral(input, variables, context, locale);
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return framework.valueToLiteral(input, context, locale);
  }

  private static boolean isDate(Object input) {
    try {
      // Four digits of a year: all that the database and other clients can hold.
      return input instanceof String text && text.length() == 10 && LocalDate.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
