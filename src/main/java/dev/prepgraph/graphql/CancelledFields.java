package dev.prepgraph.graphql;

import dev.prepgraph.common.Cancellation;
import graphql.execution.instrumentation.FieldFetchingInstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;

/** Fetches no further field of an operation that is cancelled. */
final class CancelledFields extends SimplePerformantInstrumentation {

  @Override
  public FieldFetchingInstrumentationContext beginFieldFetching(
      InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
    Cancellation.check();
    return FieldFetchingInstrumentationContext.NOOP;
  }
}
