package dev.prepgraph.http.stream;

import dev.prepgraph.budget.Charge;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.limits.Cancellation;
import dev.prepgraph.execution.Errors;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.execution.InvalidDocumentException;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.execution.stream.EventQueue;
import dev.prepgraph.execution.stream.EventSource;
import dev.prepgraph.execution.stream.StreamEvent;
import dev.prepgraph.http.OperationExecution;
import dev.prepgraph.http.ResponseWriter;
import graphql.language.Field;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/**
 * An operation of a stream. A query or mutation has one result. A subscription has one for each
 * event; it executes one at a time and no other before the client has read it.
 */
final class Operation implements EventSource.Listener {

  /** Pause after an event that could not be executed, at the limits of the service or client. */
  private static final long RETRY_MILLIS = 1_000;

  private final Operations operations;
  private final OperationExecution.Caller client;
  private final ResultSink sink;
  private Cancellation cancellation = new Cancellation();
  private GraphQLRequest request;
  private EventQueue events;
  private Runnable closeSource;
  private BooleanSupplier withdraw = () -> false;
  private boolean executing = true;
  private boolean ended;

  Operation(
      Operations operations,
      OperationExecution.Caller client,
      GraphQLRequest request,
      ResultSink sink) {
    this.operations = operations;
    this.client = client;
    this.request = request;
    this.sink = sink;
  }

  void start() {
    Cancellation own = cancellation;
    BooleanSupplier submitted =
        operations.queue.submit(
            client.key(),
            request.query(),
            () -> {
              operations.streams.run(own, this::begin);
              sink.consumed();
            },
            rejection -> {
              sink.consumed();
              reject(List.of(Errors.of(rejection)));
            });
    synchronized (this) {
      withdraw = submitted;
    }
  }

  private void begin() {
    try {
      GraphQLEngine.Prepared prepared = operations.executions.prepare(request, client);
      if (prepared.isMutation() && !sink.mayMutate()) {
        reject(List.of(ResponseWriter.MUTATION_BY_GET));
        return;
      }
      GraphQLRequest kept = prepared.isSubscription() ? SubscriptionRequest.of(prepared) : request;
      Charge charge = operations.executions.charge(client, prepared.points());
      charge.requirePaid();
      operations.documents.register(request, client::key);
      if (prepared.isSubscription()) {
        request = kept;
        subscribe(prepared.subscribed());
      } else {
        next(operations.streams.execute(prepared, client, charge, null, sink));
        if (end()) {
          sink.complete();
        }
      }
    } catch (InvalidDocumentException e) {
      reject(e.errors());
    } catch (RuntimeException | Error e) {
      reject(List.of(Errors.of(e)));
    }
  }

  private void subscribe(Field field) {
    EventSource source = operations.source(field.getName());
    var queue = new EventQueue(operations.config.waitingEvents(), source::missed);
    synchronized (this) {
      events = queue;
    }
    Runnable close;
    try {
      close = operations.executions.as(client, () -> source.open(this));
    } catch (RequestException e) {
      ResponseError error = Errors.of(e);
      reject(List.of(error.at(List.of(field.getSourceLocation()), List.of(field.getResultKey()))));
      return;
    }
    boolean late;
    synchronized (this) {
      closeSource = close;
      executing = false;
      late = ended;
    }
    if (late) {
      close.run();
    } else {
      proceed();
    }
  }

  @Override
  public void event(StreamEvent event) {
    synchronized (this) {
      events.add(event);
    }
    proceed();
  }

  @Override
  public void end(ResponseError reason) {
    sink.end(reason);
  }

  /** Executes the next event, unless one is in execution or the client is slow. */
  void proceed() {
    StreamEvent event;
    Cancellation own = new Cancellation();
    synchronized (this) {
      if (executing || ended || sink.isFull()) {
        return;
      }
      event = events.poll();
      if (event == null) {
        return;
      }
      executing = true;
      cancellation = own;
    }
    operations.queue.submit(
        client.key(),
        request.query(),
        () -> operations.streams.run(own, () -> execute(event.value())),
        rejection -> retry(0));
  }

  /** Executes an event after a random pause, so that many subscriptions do not retry at once. */
  private void retry(long minMillis) {
    long pause = ThreadLocalRandom.current().nextLong(RETRY_MILLIS, 3 * RETRY_MILLIS);
    operations.vertx.setTimer(minMillis + pause, id -> missed());
  }

  private void execute(Object event) {
    try {
      GraphQLEngine.Prepared prepared = operations.engine.prepare(request);
      Charge charge = operations.executions.charge(client, prepared.points());
      if (!charge.timeToWait().isZero()) {
        retry(charge.timeToWait().toMillis());
        return;
      }
      next(operations.streams.execute(prepared, client, charge, event, sink));
    } catch (RuntimeException | Error e) {
      ResponseError error = Errors.of(e);
      if (error.isRetryable()) {
        retry(0);
      } else {
        reject(List.of(error));
      }
      return;
    }
    synchronized (this) {
      executing = false;
    }
    proceed();
  }

  boolean writesTo(ResultSink other) {
    return sink == other;
  }

  /** A client that has ended the operation may use its id again. */
  private synchronized void next(Buffer result) {
    if (!ended) {
      sink.next(result);
    }
  }

  private void missed() {
    synchronized (this) {
      events.lose();
      executing = false;
    }
    proceed();
  }

  private void reject(List<ResponseError> errors) {
    if (end()) {
      sink.reject(errors);
    }
  }

  /** Stops the operation without another message; returns false if it has ended already. */
  boolean end() {
    Runnable close;
    synchronized (this) {
      if (ended) {
        return false;
      }
      ended = true;
      close = closeSource;
    }
    if (close != null) {
      close.run();
    }
    return true;
  }

  /** Stops the operation for a client that has left, also what it executes. */
  void abandon() {
    if (end()) {
      Cancellation running;
      BooleanSupplier waiting;
      synchronized (this) {
        running = cancellation;
        waiting = withdraw;
      }
      operations.executions.cancel(running);
      if (waiting.getAsBoolean()) {
        sink.consumed();
      }
    }
  }
}
