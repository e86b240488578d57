package dev.prepgraph.execution.fetching;

import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;

/**
 * SmallRye's conversion of a resolver's value for graphql-java, such as that of an Instant to its
 * text. Most values need none, and lists of those are served without the copy that SmallRye makes.
 *
 * @param helper null where values are served as they are
 */
record Conversion(FieldHelper helper) {

  static Conversion of(Field field) {
    return new Conversion(isNeeded(field) ? new FieldHelper(field) : null);
  }

  private static boolean isNeeded(Field field) {
    var type = field.getReference();
    boolean transformed =
        type.getType() == ReferenceType.SCALAR
            && !type.getClassName().equals(type.getGraphQLClassName());
    boolean adapted =
        field.isAdaptingTo()
            || field.isAdaptingWith()
            || type.isAdaptingTo()
            || type.isAdaptingWith();
    return transformed || adapted || !isPlain(field.getWrapper());
  }

  /** Whether values are neither wrapped, nor in anything but collections. */
  private static boolean isPlain(Wrapper wrapper) {
    return wrapper == null || wrapper.isCollection() && isPlain(wrapper.getWrapper());
  }

  Object apply(Object value) throws AbstractDataFetcherException {
    return helper == null ? value : helper.transformOrAdaptResponse(value, null);
  }
}
