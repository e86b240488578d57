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
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.BatchLoaderWithContext;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;

/**
 * Makes the data loaders of a request. They differ from the framework's in two ways: a field that
 * two aliases ask for with different arguments is loaded once for each, and nothing is cached, so
 * that what is read after a mutation is what it left.
 */
final class BatchLoaders {

  private static final DataLoaderOptions UNCACHED =
      DataLoaderOptions.newOptions().setCachingEnabled(false).build();

  private final Schema model;
  private final DataFetcherFactory dataFetchers = new DataFetcherFactory();
  private final BatchLoaderHelper names = new BatchLoaderHelper();

  BatchLoaders(Schema model) {
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

  /** The framework would load all keys with the first one's arguments. */
  private static CompletionStage<List<Object>> load(
      BatchLoaderWithContext<Object, Object> framework,
      List<Object> keys,
      BatchLoaderEnvironment environment) {
    List<Object> contexts = environment.getKeyContextsList();
    Map<Object, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Object arguments = ((Map<?, ?>) contexts.get(i)).get(BatchLoaderHelper.ARGUMENTS);
      groups.computeIfAbsent(arguments, same -> new ArrayList<>()).add(i);
    }
    if (groups.size() == 1) {
      return framework.load(keys, environment);
    }
    Object[] values = new Object[keys.size()];
    List<CompletableFuture<?>> loads = new ArrayList<>();
    for (List<Integer> group : groups.values()) {
      List<Object> some = group.stream().map(keys::get).toList();
      BatchLoaderEnvironment same =
          BatchLoaderEnvironment.newBatchLoaderEnvironment()
              .context(environment.getContext())
              .keyContexts(some, group.stream().map(contexts::get).toList())
              .build();
      loads.add(
          framework
              .load(some, same)
              .thenAccept(
                  found -> {
                    for (int i = 0; i < group.size(); i++) {
                      values[group.get(i)] = found.get(i);
                    }
                  })
              .toCompletableFuture());
    }
    return CompletableFuture.allOf(loads.toArray(CompletableFuture[]::new))
        .thenApply(done -> Arrays.asList(values));
  }
}
