package dev.prepgraph;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes on what a service and its PostgreSQL say to each other, and counts how often the service
 * waits for an answer: after a Sync or a Query message of the protocol (version 3.0), but for
 * BEGIN, behind which the driver sends the next message at once, and for notifications, which no
 * request waits for.
 */
final class CountingProxy implements AutoCloseable {

  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;

  /** In the text of a notification of a saved answer. */
  private static final String NOTIFICATION = " ANSWER ";

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;
  private final AtomicInteger roundTrips = new AtomicInteger();

  /** A conversation with the database on a port of this machine. */
  CountingProxy(int target) throws IOException {
    this.target = target;
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How often the service has waited since this was last asked. */
  int roundTrips() {
    return roundTrips.getAndSet(0);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket service = server.accept();
        Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
        daemon(() -> ask(service, database));
        daemon(() -> answer(database, service));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void ask(Socket service, Socket database) {
    try (DataInputStream in = new DataInputStream(service.getInputStream());
        DataOutputStream out = new DataOutputStream(database.getOutputStream())) {
      int code;
      do {
        byte[] startup = in.readNBytes(in.readInt() - 4);
        code = new DataInputStream(new ByteArrayInputStream(startup)).readInt();
        out.writeInt(startup.length + 4);
        out.write(startup);
        out.flush();
      } while (code == SSL_REQUEST || code == GSS_REQUEST);
      boolean notifies = false;
      while (true) {
        int type = in.readByte();
        byte[] body = in.readNBytes(in.readInt() - 4);
        boolean begin = new String(body, StandardCharsets.UTF_8).startsWith("BEGIN");
        if (type == 'B') {
          notifies = new String(body, StandardCharsets.UTF_8).contains(NOTIFICATION);
        }
        if (type == 'S' && !notifies || type == 'Q' && !begin) {
          roundTrips.incrementAndGet();
        }
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
        out.flush();
      }
    } catch (IOException closed) {
      // One of the two has hung up; the streams that end here tell the other.
    }
  }

  private static void answer(Socket database, Socket service) {
    try (var in = database.getInputStream();
        var out = service.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException closed) {
      // As above.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
