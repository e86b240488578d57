package dev.prepgraph.execution.fetching;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;

/**
 * Calls the method of a root field or of a {@code @Source}, on this thread and in its active CDI
 * request context. SmallRye's fetcher would describe the whole selection in JSON.
 */
final class MethodField implements DataFetcher<Object> {

  private final ArgumentHelper arguments;
  private final OperationInvoker method;
  private final Conversion conversion;

  MethodField(Operation operation) {
    this.arguments = new ArgumentHelper(operation.getArguments());
    this.method = new OperationInvoker(operation);
    this.conversion = Conversion.of(operation);
  }

  @Override
  public Object get(DataFetchingEnvironment environment) throws Exception {
    try {
      return conversion.apply(method.invoke(arguments.getArguments(environment).toArray()));
    } catch (AbstractDataFetcherException e) {
      return e.appendDataFetcherResult(DataFetcherResult.newResult(), environment).build();
    }
  }
}
