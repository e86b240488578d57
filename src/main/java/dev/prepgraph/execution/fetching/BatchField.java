package dev.prepgraph.execution.fetching;

import dev.prepgraph.common.limits.SelectedNames;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;

/**
 * Calls the method of a {@code @Source List} for all objects of a level at once. Unlike SmallRye's,
 * its data loaders load keys with different arguments apart, and do not cache, so that reads after
 * a mutation of the same document are fresh.
 */
final class BatchField implements DataFetcher<CompletableFuture<Object>> {

  private static final DataLoaderOptions UNCACHED =
      DataLoaderOptions.newOptions().setCachingEnabled(false).build();

  /**
   * What a batch of keys is loaded for.
   *
   * @param names of all that is selected of the values
   */
  record Call(List<?> arguments, Set<String> names) {}

  private final String loader;
  private final ArgumentHelper arguments;
  private final OperationInvoker method;

  BatchField(Operation operation) {
    this.loader = operation.getSourceFieldOn().getName() + "." + operation.getName();
    this.arguments = new ArgumentHelper(operation.getArguments());
    this.method = new OperationInvoker(operation);
  }

  @Override
  public CompletableFuture<Object> get(DataFetchingEnvironment environment) throws Exception {
    DataLoader<Object, Object> keys =
        environment.getDataLoaderRegistry().computeIfAbsent(loader, name -> newLoader());
    return keys.load(environment.getSource(), call(environment));
  }

  /** What the field of an environment, whose source does not matter, is loaded for. */
  Call call(DataFetchingEnvironment environment) throws AbstractDataFetcherException {
    return new Call(arguments.getArguments(environment, true), Selections.names(environment));
  }

  private DataLoader<?, ?> newLoader() {
    return DataLoaderFactory.newDataLoader(this::load, UNCACHED);
  }

  private CompletionStage<List<Object>> load(
      List<Object> keys, BatchLoaderEnvironment environment) {
    List<Call> calls = environment.getKeyContextsList().stream().map(Call.class::cast).toList();
    return CompletableFuture.completedFuture(load(keys, calls));
  }

  /** The values of keys, in their order, which are loaded together where their arguments allow. */
  List<Object> load(List<Object> keys, List<Call> calls) {
    Call first = calls.get(0);
    if (calls.stream().allMatch(call -> call.arguments().equals(first.arguments()))) {
      return loadTogether(keys, calls);
    }
    Map<Object, List<Integer>> groups =
        IntStream.range(0, keys.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> calls.get(i).arguments(), LinkedHashMap::new, Collectors.toList()));
    Object[] values = new Object[keys.size()];
    groups.forEach(
        (shared, group) -> {
          List<Object> loaded =
              loadTogether(
                  group.stream().map(keys::get).toList(), group.stream().map(calls::get).toList());
          IntStream.range(0, group.size()).forEach(i -> values[group.get(i)] = loaded.get(i));
        });
    return Arrays.asList(values);
  }

  /** Calls of the same field share their set, which can be large. */
  private static Set<String> names(List<Call> calls) {
    Set<Set<String>> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    calls.forEach(call -> distinct.add(call.names()));
    return distinct.size() == 1
        ? calls.get(0).names()
        : distinct.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param calls with equal arguments
   */
  private List<Object> loadTogether(List<Object> keys, List<Call> calls) {
    Call first = calls.get(0);
    List<Object> all = new ArrayList<>(first.arguments().size() + 1);
    all.add(keys);
    all.addAll(first.arguments());
    try {
      return SelectedNames.call(names(calls), () -> method.invoke(all.toArray()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
