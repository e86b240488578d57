package dev.prepgraph.execution;

import graphql.Scalars;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import io.smallrye.graphql.scalar.AbstractScalar;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import io.smallrye.graphql.scalar.number.FloatScalar;
import io.smallrye.graphql.scalar.number.IntegerScalar;
import io.smallrye.graphql.scalar.time.DateScalar;
import io.smallrye.graphql.scalar.time.DateTimeScalar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/**
 * Gives the schema strict scalars instead of the framework's, whose Int takes 2147483648 for
 * -2147483648 and "12" for 12, whose ID takes anything, and whose DateTime is read only while the
 * operation runs. String and Boolean are graphql-java's own, which are strict.
 */
@Singleton
class StrictScalars {

  private static final String INT = "an integer from -2147483648 to 2147483647";
  private static final String ID = "an ID: a string or an integer";
  private static final String DATE = "an ISO-8601 date, for example 2027-03-01";
  private static final String DATE_TIME = "an ISO-8601 timestamp, for example 2027-03-01T10:00:00Z";

  /** Before the framework makes the schema; in a native image, when that is built. */
  static void replace(@Observes @Initialized(ApplicationScoped.class) Object start) {
    replace(new IntegerScalar(), Scalars.GraphQLInt.getCoercing(), StrictScalars::integer, INT);
    replace(
        new FloatScalar(), Scalars.GraphQLFloat.getCoercing(), StrictScalars::number, "a number");
    replace(new DateScalar(), StrictScalars::date, DATE);
    replace(new DateTimeScalar(), StrictScalars::dateTime, DATE_TIME);
    GraphQLScalarType id = Scalars.GraphQLID;
    var strict = new StrictCoercing(id.getCoercing(), StrictScalars::id, ID);
    GraphQLScalarTypes.registerCustomScalar(
        id.getName(), id.getName(), id.transform(type -> type.coercing(strict)));
  }

  private static void replace(
      AbstractScalar scalar, Function<Object, Object> parse, String expected) {
    replace(scalar, scalar.getScalarType().getCoercing(), parse, expected);
  }

  private static void replace(
      AbstractScalar scalar,
      Coercing<?, ?> framework,
      Function<Object, Object> parse,
      String expected) {
    var coercing = new StrictCoercing(framework, parse, expected);
    var strict = scalar.getScalarType().transform(type -> type.coercing(coercing));
    for (Class<?> type : scalar.getSupportedClasses()) {
      GraphQLScalarTypes.registerCustomScalar(scalar.getName(), type.getName(), strict);
    }
  }

  private static boolean isInteger(Object input) {
    return input instanceof Integer || input instanceof Long || input instanceof BigInteger;
  }

  /** A variable may say 1.0 for 1, as some languages print it; a literal may not. */
  private static Object integer(Object input) {
    if (!isInteger(input) && !(input instanceof Double)) {
      return null;
    }
    try {
      return new BigDecimal(input.toString()).intValueExact();
    } catch (ArithmeticException | NumberFormatException outOfRange) {
      return null;
    }
  }

  private static Object number(Object input) {
    if (!(input instanceof Number number)) {
      return null;
    }
    double value = number.doubleValue();
    return Double.isFinite(value) ? value : null;
  }

  private static Object id(Object input) {
    return input instanceof String || isInteger(input) ? input.toString() : null;
  }

  private static Object date(Object input) {
    try {
      return input instanceof String text && isStorable(LocalDate.parse(text)) ? text : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A moment in UTC, in the one form that the framework reads. */
  private static Object dateTime(Object input) {
    try {
      if (input instanceof String text) {
        Instant time = OffsetDateTime.parse(text).toInstant();
        return isStorable(LocalDate.ofInstant(time, ZoneOffset.UTC)) ? time.toString() : null;
      }
      return null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Years of four digits: all that the database and other clients can hold. */
  private static boolean isStorable(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9999;
  }
}
