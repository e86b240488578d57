package dev.prepgraph.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A WebSocket that answers no pings and reads only on demand, unlike those of Java's client. */
final class RawSocket implements AutoCloseable {

  static final int PING = 9;
  static final int PONG = 10;
  private static final int TEXT = 1;

  private final Socket tcp = new Socket();

  private static final String HANDSHAKE =
      """
      GET /graphql HTTP/1.1\r
      Host: localhost\r
      Connection: Upgrade\r
      Upgrade: websocket\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      Sec-WebSocket-Protocol: graphql-transport-ws\r
      """;

  RawSocket() throws IOException {
    connect(tcp);
    write((HANDSHAKE + "\r\n").getBytes(StandardCharsets.US_ASCII));
    readHandshake();
    write(frame(TEXT, "{\"type\":\"connection_init\"}"));
  }

  private static void connect(Socket tcp) throws IOException {
    tcp.setReceiveBufferSize(16_384);
    tcp.setSoTimeout(60_000);
    tcp.connect(new InetSocketAddress("localhost", RestAssured.port));
  }

  /** Sends a handshake with another header and a body; returns the status line. */
  static String handshake(String header, String body) throws IOException {
    try (Socket tcp = new Socket()) {
      connect(tcp);
      tcp.getOutputStream()
          .write((HANDSHAKE + header + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(tcp.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  /** Frames that are sent before its end are lost. */
  private void readHandshake() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) tcp.getInputStream().read());
    }
    assertThat(head).startsWith("HTTP/1.1 101 ");
  }

  /** A frame of up to 125 bytes, masked with zeros. */
  static byte[] frame(int opcode, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[6 + bytes.length];
    frame[0] = (byte) (0x80 + opcode);
    frame[1] = (byte) (0x80 + bytes.length);
    System.arraycopy(bytes, 0, frame, 6, bytes.length);
    return frame;
  }

  void write(byte[] frames) throws IOException {
    tcp.getOutputStream().write(frames);
  }

  /** Reads until the server disconnects; returns the number of frames of each opcode. */
  Map<Integer, Integer> readAll() throws IOException {
    Map<Integer, Integer> frames = new HashMap<>();
    DataInputStream in = new DataInputStream(tcp.getInputStream());
    try {
      for (int first = in.read(); first >= 0; first = in.read()) {
        frames.merge(first & 0x0f, 1, Integer::sum);
        int length = in.readUnsignedByte();
        in.skipNBytes(length == 126 ? in.readUnsignedShort() : length);
      }
    } catch (SocketException | EOFException reset) {
      // The server disconnected before it had read everything.
    }
    return frames;
  }

  @Override
  public void close() throws IOException {
    tcp.close();
  }
}
