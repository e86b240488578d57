package dev.prepgraph.execution.fetching;

import dev.prepgraph.common.limits.Cancellation;
import graphql.execution.FetchedValue;
import graphql.execution.instrumentation.FieldFetchingInstrumentationContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldCompleteParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import java.util.Collection;

/** Stops an operation at its next field once it is cancelled or exceeds its memory budget. */
public final class ExecutionInstrumentation extends SimplePerformantInstrumentation {

  @Override
  public FieldFetchingInstrumentationContext beginFieldFetching(
      InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
    Cancellation.check();
    return FieldFetchingInstrumentationContext.NOOP;
  }

  @Override
  public InstrumentationContext<Object> beginFieldCompletion(
      InstrumentationFieldCompleteParameters parameters, InstrumentationState state) {
    FieldMemory.chargeFields(1);
    return super.beginFieldCompletion(parameters, state);
  }

  @Override
  public InstrumentationContext<Object> beginFieldListCompletion(
      InstrumentationFieldCompleteParameters parameters, InstrumentationState state) {
    Object fetched = parameters.getFetchedValue();
    Object list = fetched instanceof FetchedValue value ? value.getFetchedValue() : fetched;
    if (list instanceof Collection<?> entries) {
      FieldMemory.chargeEntries(entries.size());
    }
    return super.beginFieldListCompletion(parameters, state);
  }
}
