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

  /** A root field of a query whose value waits for fields that load in batches. */
  private record Root(
      ExecutionStrategyParameters parameters,
      Object completed,
      List<Batches.Place> waiting,
      CompletableFuture<Object> value) {}

  public DirectStrategy(DataFetcherExceptionHandler errors) {
    super(errors);
  }

  @Override
  public CompletableFuture<ExecutionResult> execute(
      ExecutionContext execution, ExecutionStrategyParameters parameters) {
    List<Root> roots = new ArrayList<>();
    execution.getGraphQLContext().put(Root.class, roots);
    CompletableFuture<ExecutionResult> result = super.execute(execution, parameters);
    if (!roots.isEmpty()) {
      load(roots, execution);
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
    List<Root> roots = isRoot ? context.get(Root.class) : null;
    Selections selections = context.get(Selections.class);
    Completion completion = selections.of(parameters.getField(), type, execution, roots != null);
    if (completion == null) {
      return super.completeValue(execution, parameters);
    }
    List<Batches.Place> waiting = new ArrayList<>();
    try {
      Object completed = completion.of(value, Completion.Context.of(execution, waiting));
      if (!waiting.isEmpty()) {
        Root root = new Root(parameters, completed, waiting, new CompletableFuture<>());
        roots.add(root);
        completed = root.value();
      }
      // Of an OBJECT, graphql-java would wait for fields that load in batches.
      return new FieldValueInfo(CompleteValueType.SCALAR, completed);
    } catch (Exception e) {
      return super.completeValue(execution, parameters);
    }
  }

  /** Loads the batches of all root fields. */
  private void load(List<Root> roots, ExecutionContext execution) {
    try {
      new Batches(execution).load(roots.stream().flatMap(root -> root.waiting().stream()).toList());
    } catch (Exception e) {
      leave(roots, execution);
      return;
    }
    roots.forEach(root -> root.value().complete(root.completed()));
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
