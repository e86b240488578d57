package dev.prepgraph.http.stream;

import dev.prepgraph.budget.Budgets;
import dev.prepgraph.budget.Charge;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.common.limits.MemoryBudget;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.execution.LimitsConfig;
import dev.prepgraph.execution.OperationLog;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.execution.ResponseMemory;
import dev.prepgraph.execution.stream.CurrentEvent;
import dev.prepgraph.http.GraphQLRoute;
import dev.prepgraph.http.partner.PartnerGate;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.reactivestreams.Publisher;

/**
 * Executes the operations of streams like those of requests: a subscription once for each event.
 */
@ApplicationScoped
class StreamExecution {

  private static final int CANCELLATION_THREADS = 2;

  private final GraphQLEngine engine;
  private final LimitsConfig limits;
  private final CurrentIdentityAssociation identity;
  private final CurrentVertxRequest currentRequest;
  private final CurrentEvent currentEvent;
  private final Budgets budgets;
  private final OperationLog log;
  private final ResponseMemory memory;
  private final PartnerGate partners;
  private final Vertx vertx;
  private final WorkerExecutor cancellations;

  StreamExecution(
      GraphQLEngine engine,
      LimitsConfig limits,
      CurrentIdentityAssociation identity,
      CurrentVertxRequest currentRequest,
      CurrentEvent currentEvent,
      Budgets budgets,
      OperationLog log,
      ResponseMemory memory,
      PartnerGate partners,
      Vertx vertx) {
    this.engine = engine;
    this.limits = limits;
    this.identity = identity;
    this.currentRequest = currentRequest;
    this.currentEvent = currentEvent;
    this.budgets = budgets;
    this.log = log;
    this.memory = memory;
    this.partners = partners;
    this.vertx = vertx;
    this.cancellations =
        vertx.createSharedWorkerExecutor("statement-cancellation", CANCELLATION_THREADS);
  }

  /** Runs work on this thread until it is cancelled, at the latest after the request timeout. */
  void run(Cancellation cancellation, Runnable work) {
    long timer = vertx.setTimer(limits.time().toMillis(), id -> cancel(cancellation));
    try {
      cancellation.run(work);
    } finally {
      vertx.cancelTimer(timer);
    }
  }

  void cancel(Cancellation cancellation) {
    if (cancellation.cancel()) {
      cancellations.executeBlocking(
          () -> {
            cancellation.cancelStatements();
            return null;
          },
          false);
    }
  }

  /** Takes the points of one execution from the client's budget, unless its partner is revoked. */
  Charge charge(GraphQLEngine.Prepared operation, StreamClient client) {
    partners.identify(client.http(), client.caller());
    return budgets.charge(client.key(), client.caller() != null, operation.points());
  }

  /**
   * Executes an operation on this thread and encodes its result.
   *
   * @param event of a subscription, else null
   */
  Buffer execute(
      GraphQLEngine.Prepared operation,
      StreamClient client,
      Charge charge,
      Object event,
      ResultSink sink) {
    return memory.call(
        !operation.isMutation(),
        () -> {
          ExecutionInput input = engine.input(operation);
          long start = System.nanoTime();
          RequestLanguage language = GraphQLRoute.language(client.http());
          ExecutionResult result =
              charge.call(() -> language.call(() -> as(client, () -> result(input, event))));
          MemoryBudget.check();
          List<ResponseError> errors = Errors.of(result.getErrors());
          log.executed(operation, errors, Duration.ofNanos(System.nanoTime() - start));
          Map<String, Object> members = new LinkedHashMap<>();
          if (!errors.isEmpty()) {
            members.put("errors", errors);
          }
          if (result.isDataPresent()) {
            members.put("data", result.getData());
          }
          return sink.encode(members);
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

  /** Runs work as a client, in a CDI request context of its own. */
  @ActivateRequestContext // Quarkus intercepts calls within a bean, too
  <T> T as(StreamClient client, Supplier<T> work) {
    if (client.caller() != null) {
      identity.setIdentity(client.caller());
    }
    currentRequest.setCurrent(client.http());
    return work.get();
  }
}
