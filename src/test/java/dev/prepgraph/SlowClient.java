package dev.prepgraph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends its bytes in any pieces at any time. */
public final class SlowClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;

  public SlowClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Sends text. Does not fail where the service has closed the connection. */
  public SlowClient send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // The service has rejected the rest.
    }
    return this;
  }

  /** Announces a body and sends some of it. */
  public SlowClient announce(String path, int length, int sent) {
    return send(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + "x".repeat(sent));
  }

  /** The head of the next response, up to the empty line; what there was where it ends before. */
  public String head() {
    return read("\r\n\r\n");
  }

  /** All that comes until the service closes the connection. */
  public String rest() {
    return read(null);
  }

  private String read(String end) {
    var read = new ByteArrayOutputStream();
    try {
      for (int next = socket.getInputStream().read();
          next >= 0;
          next = socket.getInputStream().read()) {
        read.write(next);
        if (end != null && read.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
          break;
        }
      }
    } catch (java.net.SocketTimeoutException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      // A reset ends it, too.
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
