package dev.prepgraph.http.stream;

import dev.prepgraph.execution.ResponseError;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/**
 * The results of one operation as messages of a WebSocket.
 *
 * @param release releases the memory of its request
 */
record SocketResults(SocketSession session, String id, Runnable release) implements ResultSink {

  @Override
  public boolean mayMutate() {
    return true;
  }

  @Override
  public void consumed() {
    release.run();
  }

  @Override
  public Buffer encode(Map<String, Object> result) {
    return new SocketMessage(SocketMessage.Type.NEXT, id, result).print();
  }

  @Override
  public void next(Buffer result) {
    session.write(result);
  }

  @Override
  public void reject(List<ResponseError> errors) {
    if (session.finished(this)) {
      session.write(new SocketMessage(SocketMessage.Type.ERROR, id, errors).print());
    }
  }

  @Override
  public void complete() {
    if (session.finished(this)) {
      session.write(new SocketMessage(SocketMessage.Type.COMPLETE, id, null).print());
    }
  }

  @Override
  public void end(ResponseError reason) {
    session.erased(reason);
  }

  @Override
  public boolean isFull() {
    return session.isFull();
  }
}
