package dev.prepgraph.account.transfer;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** An unlinked temporary file, deleted by {@link #close} or at the end of the process. */
final class SpoolFile implements AccountImport.Source {

  private static final int BUFFER = 64 << 10;

  private final Spool spool;
  private final String account;
  private final AsyncFile file;
  private long size;
  private boolean busy;
  private boolean closed;

  SpoolFile(Spool spool, String account, AsyncFile file) {
    this.spool = spool;
    this.account = account;
    this.file = file;
  }

  String account() {
    return account;
  }

  private synchronized Future<Void> append(Buffer bytes) {
    if (!busy) {
      checkOpen();
    }
    spool.reserve(account, bytes.length());
    size += bytes.length();
    return file.write(bytes);
  }

  private void checkOpen() {
    if (closed) {
      throw unavailable("The client has disconnected");
    }
  }

  private static RequestException unavailable(String message) {
    return new RequestException(ErrorCode.UNAVAILABLE, message);
  }

  private static RequestException interrupted() {
    return unavailable("The transfer was interrupted; try again");
  }

  /** Writes the body of a request; no thread waits for it. */
  Future<Void> receive(HttpServerRequest request) {
    Promise<Void> received = Promise.promise();
    request.exceptionHandler(e -> received.tryFail(unavailable("The client has disconnected")));
    request.endHandler(end -> received.tryComplete());
    request.handler(
        bytes -> {
          request.pause();
          try {
            append(bytes)
                .onSuccess(written -> request.resume())
                .onFailure(e -> received.tryFail(interrupted()));
          } catch (RequestException e) {
            received.tryFail(e);
          }
        });
    request.resume();
    return received.future();
  }

  /** Writes on a worker thread. */
  OutputStream output() {
    return new BufferedOutputStream(
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            join(append(Buffer.buffer(length).appendBytes(bytes, from, length)));
          }
        },
        BUFFER);
  }

  /** Reads on a worker thread. */
  @Override
  public InputStream from(long offset) {
    return new BufferedInputStream(
        new InputStream() {
          private long position = offset;

          @Override
          public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            int wanted = (int) Math.min(length, size - position);
            if (wanted <= 0) {
              return length == 0 ? 0 : -1;
            }
            Buffer buffer = Buffer.buffer(wanted);
            join(file.read(buffer, 0, position, wanted));
            buffer.getBytes(0, wanted, bytes, from);
            position += wanted;
            return wanted;
          }
        },
        BUFFER);
  }

  private static void join(Future<?> future) {
    try {
      future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw interrupted();
    }
  }

  /** The body of a response. */
  synchronized AsyncFile body() {
    checkOpen();
    return file.setReadPos(0).setReadLength(size);
  }

  /** Works with the file on a worker thread; defers its deletion until the end. */
  <T> T use(Supplier<T> work) {
    synchronized (this) {
      checkOpen();
      busy = true;
    }
    try {
      return work.get();
    } finally {
      synchronized (this) {
        busy = false;
        if (closed) {
          delete();
        }
      }
    }
  }

  /** Deletes the file, at once or when the work with it has ended. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      if (!busy) {
        delete();
      }
    }
  }

  private void delete() {
    spool.release(account, size);
    try {
      file.close();
    } catch (IllegalStateException e) {
      // closed by the framework, which has sent it
    }
  }
}
