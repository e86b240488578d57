package dev.prepgraph.graphql;

import graphql.Scalars;
import graphql.schema.Coercing;
import io.smallrye.graphql.scalar.AbstractScalar;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import io.smallrye.graphql.scalar.number.FloatScalar;
import io.smallrye.graphql.scalar.number.IntegerScalar;
import io.smallrye.graphql.scalar.time.DateScalar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Gives the schema the numbers of the specification instead of the framework's, whose Int takes
 * 2147483648 for -2147483648, 1.7 for 1 and "12" for 12, and a {@link DateCoercing} that refuses.
 */
@Singleton
class StrictScalars {

  /** Before the framework makes the schema; in a native image, when that is built. */
  static void replace(@Observes @Initialized(ApplicationScoped.class) Object start) {
    replace(new IntegerScalar(), Scalars.GraphQLInt.getCoercing());
    replace(new FloatScalar(), Scalars.GraphQLFloat.getCoercing());
    AbstractScalar date = new DateScalar();
    replace(date, new DateCoercing(date.getScalarType().getCoercing()));
  }

  private static void replace(AbstractScalar scalar, Coercing<?, ?> coercing) {
    var strict = scalar.getScalarType().transform(type -> type.coercing(coercing));
    for (Class<?> type : scalar.getSupportedClasses()) {
      GraphQLScalarTypes.registerCustomScalar(scalar.getName(), type.getName(), strict);
    }
  }
}
