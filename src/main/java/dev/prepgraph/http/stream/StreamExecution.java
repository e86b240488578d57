package dev.prepgraph.http.stream;

import dev.prepgraph.budget.Charge;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.execution.LimitsConfig;
import dev.prepgraph.execution.ResponseMemory;
import dev.prepgraph.execution.stream.CurrentEvent;
import dev.prepgraph.http.ContentNegotiation;
import dev.prepgraph.http.OperationExecution;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.reactivestreams.Publisher;

/**
 * Executes the operations of streams like those of requests: a subscription once for each event.
 */
@ApplicationScoped
class StreamExecution {

  private final GraphQLEngine engine;
  private final LimitsConfig limits;
  private final CurrentEvent currentEvent;
  private final OperationExecution execution;
  private final ResponseMemory memory;
  private final Vertx vertx;

  StreamExecution(
      GraphQLEngine engine,
      LimitsConfig limits,
      CurrentEvent currentEvent,
      OperationExecution execution,
      ResponseMemory memory,
      Vertx vertx) {
    this.engine = engine;
    this.limits = limits;
    this.currentEvent = currentEvent;
    this.execution = execution;
    this.memory = memory;
    this.vertx = vertx;
  }

  /** Runs work on this thread until it is cancelled, at the latest after the request timeout. */
  void run(Cancellation cancellation, Runnable work) {
    long timer = vertx.setTimer(limits.time().toMillis(), id -> execution.cancel(cancellation));
    try {
      cancellation.run(work);
    } finally {
      vertx.cancelTimer(timer);
    }
  }

  /**
   * Executes an operation on this thread and encodes its result.
   *
   * @param event of a subscription, else null
   */
  Buffer execute(
      GraphQLEngine.Prepared operation,
      OperationExecution.Caller client,
      Charge charge,
      Object event,
      ResultSink sink) {
    return memory.call(
        !operation.isMutation(),
        () -> {
          ExecutionInput input = engine.input(operation);
          RequestLanguage language = ContentNegotiation.language(client.http());
          return sink.encode(
              execution
                  .execute(operation, client, charge, language, () -> result(input, event))
                  .members());
        });
  }

  private ExecutionResult result(ExecutionInput input, Object event) {
    currentEvent.set(event);
    ExecutionResult result = engine.execute(input);
    return result.getData() instanceof Publisher<?> events
        ? (ExecutionResult) first(events)
        : result;
  }

  /** The only event, which is there already. */
  private Object first(Publisher<?> events) {
    return Multi.createFrom()
        .publisher(AdaptersToFlow.publisher(events))
        .collect()
        .first()
        .await()
        .atMost(limits.time());
  }
}
