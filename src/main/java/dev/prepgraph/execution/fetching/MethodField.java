package dev.prepgraph.execution.fetching;

import dev.prepgraph.common.lazy.Lazy;
import dev.prepgraph.common.limits.SelectedNames;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.util.List;
import java.util.Optional;

/**
 * Calls the method of a root field or of a {@code @Source}, on this thread and in its active CDI
 * request context. SmallRye's fetcher would describe the whole selection in JSON.
 */
final class MethodField implements DataFetcher<Object> {

  private final ArgumentHelper arguments;

  /** The only argument, if it is an input, or null. */
  private final Argument input;

  private final Lazy<Class<?>> inputType = new Lazy<>(this::inputType);
  private final OperationInvoker method;
  private final Conversion conversion;

  MethodField(Operation operation) {
    this.arguments = new ArgumentHelper(operation.getArguments());
    this.input = input(operation.getArguments());
    this.method = new OperationInvoker(operation);
    this.conversion = Conversion.of(operation);
  }

  private static Argument input(List<Argument> all) {
    boolean isOne =
        all.size() == 1
            && all.get(0).getReference().getType() == ReferenceType.INPUT
            && !all.get(0).hasWrapper()
            && !all.get(0).isSourceArgument();
    return isOne ? all.get(0) : null;
  }

  private Class<?> inputType() {
    String name = input.getReference().getClassName();
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object[] arguments(DataFetchingEnvironment environment)
      throws AbstractDataFetcherException {
    if (input != null) {
      Optional<Object> made =
          InputRecords.of(environment.getArgument(input.getName()), inputType.get());
      if (made.isPresent()) {
        return new Object[] {made.get()};
      }
    }
    return arguments.getArguments(environment).toArray();
  }

  @Override
  public Object get(DataFetchingEnvironment environment) throws Exception {
    try {
      Object[] given = arguments(environment);
      return conversion.apply(
          SelectedNames.call(Selections.names(environment), () -> method.invoke(given)));
    } catch (AbstractDataFetcherException e) {
      return e.appendDataFetcherResult(DataFetcherResult.newResult(), environment).build();
    }
  }
}
