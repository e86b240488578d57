package dev.prepgraph.http;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends raw bytes, such as malformed HTTP. */
public final class RawHttp {

  /**
   * A response.
   *
   * @param head the status line and the headers
   */
  public record Response(String head, String body) {

    public int status() {
      return Integer.parseInt(head.split(" ")[1]);
    }

    boolean has(String header) {
      return head.lines().anyMatch(line -> line.equalsIgnoreCase(header));
    }
  }

  private RawHttp() {}

  /** Sends a request and reads one response, which must tell its length. */
  public static Response send(String request) throws IOException {
    try (Socket socket = open(request)) {
      return response(socket);
    }
  }

  /** The same from an address of this machine. */
  static Response sendFrom(String address, String request) throws IOException {
    InetAddress service = InetAddress.getByName("127.0.0.1");
    InetAddress client = InetAddress.getByName(address);
    try (Socket socket = write(new Socket(service, RestAssured.port, client, 0), request)) {
      return response(socket);
    }
  }

  private static Response response(Socket socket) throws IOException {
    socket.setSoTimeout(60_000);
    String head = head(socket.getInputStream());
    int length =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    byte[] body = socket.getInputStream().readNBytes(length);
    return new Response(head, new String(body, StandardCharsets.UTF_8));
  }

  /** Sends the beginning of a request; to be broken off. */
  static Socket open(String request) throws IOException {
    return write(new Socket("localhost", RestAssured.port), request);
  }

  private static Socket write(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("The connection ended after: " + head);
      }
      head.append((char) c);
    }
    return head.toString();
  }
}
