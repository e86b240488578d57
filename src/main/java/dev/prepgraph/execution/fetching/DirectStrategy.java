package dev.prepgraph.execution.fetching;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;

/**
 * Completes values whose selections are plain in one walk, because graphql-java spends ten times as
 * long on each of their fields. Values of a query's root fields may also select what loads in
 * batches: these wait for each other, so that a batch has the keys of all. It leaves all others to
 * graphql-java, and so all errors.
 */
public final class DirectStrategy extends AsyncExecutionStrategy {

  /** A root field whose value waits for batches. */
  private record Root(
      ExecutionStrategyParameters parameters, Object completed, CompletableFuture<Object> value) {}

  /** The root fields of a query. */
  private record Query(Batches batches, List<Root> waiting) {}

  public DirectStrategy(DataFetcherExceptionHandler errors) {
    super(errors);
  }

  @Override
  public CompletableFuture<ExecutionResult> execute(
      ExecutionContext execution, ExecutionStrategyParameters parameters) {
    Query query = new Query(new Batches(execution), new ArrayList<>());
    execution.getGraphQLContext().put(Query.class, query);
    CompletableFuture<ExecutionResult> result = super.execute(execution, parameters);
    if (!query.waiting().isEmpty()) {
      load(query, execution);
    }
    return result;
  }

  @Override
  protected FieldValueInfo completeValue(
      ExecutionContext execution, ExecutionStrategyParameters parameters) {
    Object value = parameters.getSource();
    GraphQLType type = parameters.getExecutionStepInfo().getUnwrappedNonNullType();
    if (value == null || GraphQLTypeUtil.isLeaf(type)) {
      return super.completeValue(execution, parameters);
    }
    GraphQLContext context = execution.getGraphQLContext();
    boolean isRoot = parameters.getPath().getLevel() == 1 && parameters.getPath().isNamedSegment();
    // Null in a mutation or a subscription.
    Query query = isRoot ? context.get(Query.class) : null;
    Selections selections = context.get(Selections.class);
    Completion completion = selections.of(parameters.getField(), type, execution, query != null);
    if (completion == null) {
      return super.completeValue(execution, parameters);
    }
    int size = query == null ? 0 : query.batches().size();
    try {
      Object completed = completion.of(value, values(execution, query));
      // Of an OBJECT, graphql-java would wait for fields that load in batches.
      return new FieldValueInfo(
          CompleteValueType.SCALAR,
          query == null || query.batches().size() == size
              ? completed
              : await(new Root(parameters, completed, new CompletableFuture<>()), query));
    } catch (Exception e) {
      if (query != null) {
        query.batches().shrink(size);
      }
      return super.completeValue(execution, parameters);
    }
  }

  private static Completion.Context values(ExecutionContext execution, Query query) {
    return new Completion.Context(
        execution.getGraphQLContext(),
        execution.getLocale(),
        query == null ? null : query.batches());
  }

  private static CompletableFuture<Object> await(Root root, Query query) {
    query.waiting().add(root);
    return root.value();
  }

  /** Loads the batches of all root fields. */
  private void load(Query query, ExecutionContext execution) {
    try {
      query.batches().load(values(execution, query));
    } catch (Exception e) {
      leave(query.waiting(), execution);
      return;
    }
    query.waiting().forEach(root -> root.value().complete(root.completed()));
  }

  /** Lets graphql-java complete root fields, after it has counted them as complete. */
  private void leave(List<Root> roots, ExecutionContext execution) {
    for (Root root : roots) {
      try {
        Object completed = super.completeValue(execution, root.parameters()).getFieldValueObject();
        if (completed instanceof CompletableFuture<?> future) {
          future.whenComplete((done, failure) -> finish(root, done, failure));
        } else {
          root.value().complete(completed);
        }
      } catch (Exception e) {
        root.value().completeExceptionally(e);
      }
    }
    DataLoaderRegistry loaders = execution.getDataLoaderRegistry();
    while (loaders.dispatchDepth() > 0) {
      loaders.dispatchAll();
    }
  }

  private static void finish(Root root, Object value, Throwable failure) {
    if (failure == null) {
      root.value().complete(value);
    } else {
      root.value().completeExceptionally(failure);
    }
  }
}
