package dev.prepgraph.http.stream;

import dev.prepgraph.budget.Charge;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.common.limits.TimeLimit;
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
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CancellationException;
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
    TimeLimit limit =
        TimeLimit.start(vertx, limits.time(), cancellation, () -> execution.cancel(cancellation));
    ContextInternal own = ownContext();
    ContextInternal outer = own.beginDispatch();
    try {
      cancellation.run(work);
    } finally {
      own.endDispatch(outer);
      limit.stop();
    }
  }

  /**
   * Operations of one socket have its context on their threads, and with it one CDI request scope,
   * unless each has a copy.
   */
  private ContextInternal ownContext() {
    ContextInternal current = (ContextInternal) vertx.getOrCreateContext();
    ContextInternal own = current.duplicate();
    own.localContextData().putAll(current.localContextData());
    return own;
  }

  /**
   * Executes an operation on this thread and encodes its result.
   *
   * @param event of a subscription, else null
   * @throws RequestException if it is cancelled and may have changed something
   */
  Buffer execute(
      GraphQLEngine.Prepared operation,
      OperationExecution.Caller client,
      Charge charge,
      Object event,
      ResultSink sink) {
    RequestLanguage language = ContentNegotiation.language(client.http());
    try {
      return memory.call(
          !operation.isMutation(),
          () -> {
            ExecutionInput input = engine.input(operation);
            return sink.encode(
                execution
                    .execute(operation, client, charge, language, () -> result(input, event))
                    .members());
          });
    } catch (CancellationException e) {
      throw operation.isMutation() ? RequestException.unconfirmed("This took too long") : e;
    }
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
