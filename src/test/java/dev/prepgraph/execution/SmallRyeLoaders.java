package dev.prepgraph.execution;

import io.smallrye.graphql.bootstrap.DataFetcherFactory;
import io.smallrye.graphql.execution.datafetcher.helper.BatchLoaderHelper;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.BatchLoaderWithContext;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;

/**
 * SmallRye's data loaders, for comparison; by themselves they load all keys with the arguments of
 * the first, and repeat rows that they have loaded.
 */
final class SmallRyeLoaders {

  private static final DataLoaderOptions UNCACHED =
      DataLoaderOptions.newOptions().setCachingEnabled(false).build();

  private final Schema model;
  private final DataFetcherFactory dataFetchers = new DataFetcherFactory();
  private final BatchLoaderHelper names = new BatchLoaderHelper();

  SmallRyeLoaders(Schema model) {
    this.model = model;
  }

  DataLoaderRegistry registry() {
    DataLoaderRegistry registry = new DataLoaderRegistry();
    for (Operation operation : model.getBatchOperations()) {
      BatchLoaderWithContext<Object, Object> framework =
          dataFetchers.getSourceBatchLoader(operation, model.getTypes().get(operation.getName()));
      DataLoader<Object, Object> loader =
          DataLoaderFactory.newDataLoader(
              (keys, environment) -> load(framework, keys, environment), UNCACHED);
      registry.register(names.getName(operation), loader);
    }
    return registry;
  }

  /** SmallRye's loader would load all keys with the arguments of the first. */
  private static CompletionStage<List<Object>> load(
      BatchLoaderWithContext<Object, Object> framework,
      List<Object> keys,
      BatchLoaderEnvironment environment) {
    List<Object> contexts = environment.getKeyContextsList();
    Map<Object, List<Integer>> groups =
        IntStream.range(0, keys.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> ((Map<?, ?>) contexts.get(i)).get(BatchLoaderHelper.ARGUMENTS),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Object[] values = new Object[keys.size()];
    List<CompletableFuture<?>> loads = new ArrayList<>();
    for (List<Integer> group : groups.values()) {
      List<Object> groupKeys = group.stream().map(keys::get).toList();
      BatchLoaderEnvironment groupEnvironment =
          BatchLoaderEnvironment.newBatchLoaderEnvironment()
              .context(environment.getContext())
              .keyContexts(groupKeys, group.stream().map(contexts::get).toList())
              .build();
      loads.add(
          framework
              .load(groupKeys, groupEnvironment)
              .thenAccept(
                  loaded ->
                      IntStream.range(0, group.size())
                          .forEach(i -> values[group.get(i)] = loaded.get(i)))
              .toCompletableFuture());
    }
    return CompletableFuture.allOf(loads.toArray(CompletableFuture[]::new))
        .thenApply(done -> Arrays.asList(values));
  }
}
