package dev.prepgraph.execution.typesystem;

import graphql.Directives;
import graphql.Scalars;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLNonNull;
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
 * Replaces SmallRye's scalars by strict ones: its Int reads 2147483648 as -2147483648, its ID
 * accepts anything, and its DateTime is parsed only during the execution. String and Boolean are
 * graphql-java's own and strict.
 */
@Singleton
class StrictScalars {

  private static final String INT = "an integer from -2147483648 to 2147483647";
  private static final String ID = "an ID: a string or an integer";
  private static final String DATE = "an ISO-8601 date, for example 2027-03-01";
  private static final String DATE_TIME = "an ISO-8601 timestamp, for example 2027-03-01T10:00:00Z";

  private static final String FORMATS = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6";

  private static final String DATE_FORMAT =
      "A day of the calendar without a time zone: full-date of RFC 3339, for example 2027-03-01.";

  private static final String DATE_TIME_FORMAT =
      "A moment: date-time of RFC 3339, for example 2027-03-01T10:00:00Z. Seconds may be left out in input, and any offset is accepted; responses are in UTC, with a fraction of a second only where it is not zero.";

  /** Runs before SmallRye builds the schema; for the native image, at build time. */
  static void replace(@Observes @Initialized(ApplicationScoped.class) Object start) {
    replace(new IntegerScalar(), Scalars.GraphQLInt, StrictScalars::integer, INT);
    replace(new FloatScalar(), Scalars.GraphQLFloat, StrictScalars::number, "a number");
    var date = new DateScalar();
    replace(date, described(date, DATE_FORMAT), date.getScalarType(), StrictScalars::date, DATE);
    var dateTime = new DateTimeScalar();
    replace(
        dateTime,
        described(dateTime, DATE_TIME_FORMAT),
        dateTime.getScalarType(),
        StrictScalars::dateTime,
        DATE_TIME);
    // SmallRye has no scalar for any JSON, and the schema no use for its Void.
    GraphQLScalarTypes.registerCustomScalar("Void", Void.class.getName(), AnyScalar.TYPE);
    GraphQLScalarType id = Scalars.GraphQLID;
    GraphQLScalarTypes.registerCustomScalar(
        id.getName(), id.getName(), strict(id, id, StrictScalars::id, ID));
  }

  private static void replace(
      AbstractScalar scalar,
      GraphQLScalarType serializer,
      Function<Object, Object> parse,
      String expected) {
    replace(scalar, scalar.getScalarType(), serializer, parse, expected);
  }

  private static void replace(
      AbstractScalar scalar,
      GraphQLScalarType described,
      GraphQLScalarType serializer,
      Function<Object, Object> parse,
      String expected) {
    GraphQLScalarType strict = strict(described, serializer, parse, expected);
    for (Class<?> type : scalar.getSupportedClasses()) {
      GraphQLScalarTypes.registerCustomScalar(scalar.getName(), type.getName(), strict);
    }
  }

  /** Introspection reads the address of the type, and the printer that of the directive. */
  private static GraphQLScalarType described(AbstractScalar scalar, String format) {
    GraphQLAppliedDirective specifiedBy =
        GraphQLAppliedDirective.newDirective()
            .name(Directives.SpecifiedByDirective.getName())
            .argument(
                GraphQLAppliedDirectiveArgument.newArgument()
                    .name("url")
                    .type(GraphQLNonNull.nonNull(Scalars.GraphQLString))
                    .valueProgrammatic(FORMATS))
            .build();
    return scalar
        .getScalarType()
        .transform(
            type ->
                type.description(format).specifiedByUrl(FORMATS).withAppliedDirective(specifiedBy));
  }

  private static GraphQLScalarType strict(
      GraphQLScalarType scalar,
      GraphQLScalarType serializer,
      Function<Object, Object> parse,
      String expected) {
    var coercing = new StrictCoercing(serializer.getCoercing(), parse, expected);
    return scalar.transform(type -> type.coercing(coercing));
  }

  private static boolean isInteger(Object input) {
    return input instanceof Integer || input instanceof Long || input instanceof BigInteger;
  }

  /** Accepts 1.0 for 1 in a variable, as some languages print it, but not in a literal. */
  private static Object integer(Object input) {
    try {
      return isInteger(input) || input instanceof Double
          ? new BigDecimal(input.toString()).intValueExact()
          : null;
    } catch (ArithmeticException | NumberFormatException outOfRange) {
      return null;
    }
  }

  private static Object number(Object input) {
    return input instanceof Number number && Double.isFinite(number.doubleValue())
        ? number.doubleValue()
        : null;
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

  /** Normalises to UTC, the one form that SmallRye parses. */
  private static Object dateTime(Object input) {
    if (!(input instanceof String text)) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      return isStorable(LocalDate.ofInstant(time, ZoneOffset.UTC)) ? time.toString() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Years of four digits, which the database and all clients can represent. */
  private static boolean isStorable(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9999;
  }
}
