package dev.prepgraph.http.stream;

import dev.prepgraph.execution.ResponseError;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/** Where an operation writes its results; its methods run on any thread and do not block. */
interface ResultSink {

  /** Whether the request may carry a mutation. */
  boolean mayMutate();

  /** The operation no longer needs its request; may be called again. */
  void consumed();

  /** Serializes a result within the memory budget of the current operation. */
  Buffer encode(Map<String, Object> result);

  void next(Buffer result);

  /** Ends an operation that has no result. */
  void reject(List<ResponseError> errors);

  /** Ends an operation after its last result. */
  void complete();

  /** Ends the stream of the client with all its operations. */
  void end(ResponseError reason);

  /** Whether the client reads more slowly than results are made; the operation then waits. */
  boolean isFull();
}
