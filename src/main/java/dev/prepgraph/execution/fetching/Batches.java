package dev.prepgraph.execution.fetching;

import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.execution.fetching.PlainSelection.Batched;
import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads fields of an operation's objects, each with all of its level. */
final class Batches {

  /** Where the value of a field belongs among those of its object. */
  record Place(Batched field, Object source, Object[] values, int index) {}

  private final ExecutionContext execution;
  private final Map<Batched, BatchField.Call> calls = new IdentityHashMap<>();

  Batches(ExecutionContext execution) {
    this.execution = execution;
  }

  /**
   * Loads fields, and then those that wait in their values, level by level.
   *
   * @throws Exception when graphql-java must complete the operation
   */
  void load(List<Place> fields) throws Exception {
    List<Place> waiting = fields;
    while (!waiting.isEmpty()) {
      Map<BatchField, List<Place>> level = new LinkedHashMap<>();
      for (Place place : waiting) {
        level.computeIfAbsent(place.field().field(), field -> new ArrayList<>()).add(place);
      }
      waiting = new ArrayList<>();
      Completion.Context context = Completion.Context.of(execution, waiting);
      for (Map.Entry<BatchField, List<Place>> field : level.entrySet()) {
        load(field.getKey(), field.getValue(), context);
      }
    }
  }

  private void load(BatchField field, List<Place> places, Completion.Context context)
      throws Exception {
    Cancellation.check();
    List<Object> sources = new ArrayList<>(places.size());
    List<BatchField.Call> calls = new ArrayList<>(places.size());
    for (Place place : places) {
      sources.add(place.source());
      calls.add(call(place.field()));
    }
    List<Object> loaded = field.load(sources, calls);
    if (loaded.size() != places.size()) {
      throw new Completion.Unusual();
    }
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      place.values()[place.index()] = place.field().completion().of(loaded.get(i), context);
    }
  }

  /** Once for a field, however many objects have it. */
  private BatchField.Call call(Batched selected) throws AbstractDataFetcherException {
    BatchField.Call known = calls.get(selected);
    if (known == null) {
      known = selected.field().call(environment(selected));
      calls.put(selected, known);
    }
    return known;
  }

  /** As much of graphql-java's environment as {@link BatchField#call} reads. */
  private DataFetchingEnvironment environment(Batched selected) {
    MergedField field = selected.merged();
    return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(execution)
        .mergedField(field)
        .arguments(
            ValuesResolver.getArgumentValues(
                execution.getGraphQLSchema().getCodeRegistry(),
                selected.definition().getArguments(),
                field.getArguments(),
                execution.getCoercedVariables(),
                execution.getGraphQLContext(),
                execution.getLocale()))
        .build();
  }
}
