package dev.prepgraph.execution.fetching;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/**
 * Reads a field without arguments from the object that has it. SmallRye's fetcher describes the
 * selection of every such field in JSON, which nothing here reads.
 */
final class PlainField implements LightDataFetcher<Object> {

  private final Reference owner;
  private final Field field;
  private final Conversion conversion;

  /** Null before the first read; threads that race find the same. */
  private Method accessor;

  PlainField(Reference owner, Field field) {
    this.owner = owner;
    this.field = field;
    this.conversion = Conversion.of(field);
  }

  Object read(Object source) throws Exception {
    try {
      return conversion.apply(accessor().invoke(source));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private Method accessor() throws ReflectiveOperationException {
    Method found = accessor;
    if (found == null) {
      ClassLoader application = Thread.currentThread().getContextClassLoader();
      Class<?> type = Class.forName(owner.getClassName(), true, application);
      found = type.getMethod(field.getMethodName());
      found.setAccessible(true); // public already; spares the check of every call
      accessor = found;
    }
    return found;
  }

  @Override
  public Object get(
      GraphQLFieldDefinition definition,
      Object source,
      Supplier<DataFetchingEnvironment> environment)
      throws Exception {
    return read(source);
  }

  @Override
  public Object get(DataFetchingEnvironment environment) throws Exception {
    return read(environment.getSource());
  }
}
