package dev.prepgraph.http.stream;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.execution.document.CallerKind;
import dev.prepgraph.execution.document.PersistedDocuments;
import dev.prepgraph.execution.stream.EventSource;
import dev.prepgraph.http.OperationExecution;
import dev.prepgraph.http.OperationQueue;
import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the operations of all streams share. */
@Singleton
class Operations {

  final GraphQLEngine engine;
  final PersistedDocuments documents;
  final OperationExecution executions;
  final StreamExecution streams;
  final OperationQueue queue;
  final Vertx vertx;
  final StreamConfig config;
  private final Map<String, EventSource> sources;

  Operations(
      GraphQLEngine engine,
      PersistedDocuments documents,
      OperationExecution executions,
      StreamExecution streams,
      OperationQueue queue,
      Vertx vertx,
      StreamConfig config,
      @All List<EventSource> sources) {
    this.engine = engine;
    this.documents = documents;
    this.executions = executions;
    this.streams = streams;
    this.queue = queue;
    this.vertx = vertx;
    this.config = config;
    this.sources =
        sources.stream().collect(Collectors.toMap(EventSource::field, Function.identity()));
  }

  /** Rejects an operation of a WebSocket that has too many. */
  void check(OperationExecution.Caller client, int open) {
    int most = client.identity() == null ? config.anonymousOperations() : config.operations();
    if (open >= most) {
      String message = "A WebSocket has at most %d operations; complete one and try again";
      throw new RequestException(ErrorCode.RATE_LIMITED, message.formatted(most));
    }
  }

  /** Creates an operation; rejects a document that its caller may not execute. */
  Operation create(OperationExecution.Caller client, GraphQLRequest request, ResultSink sink) {
    CallerKind caller = client.identity() == null ? CallerKind.ANONYMOUS : CallerKind.USER;
    return new Operation(this, client, documents.resolve(request, caller), sink);
  }

  EventSource source(String field) {
    return sources.get(field);
  }
}
