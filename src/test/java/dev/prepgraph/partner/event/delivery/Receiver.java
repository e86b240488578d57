package dev.prepgraph.partner.event.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** A partner's receiver of webhooks, which verifies them with a public library. */
final class Receiver implements AutoCloseable {

  /**
   * A request.
   *
   * @param valid whether its signature is
   * @param confirmed whether the response had the status 200
   */
  record Received(String id, JsonNode body, boolean valid, boolean confirmed) {

    String type() {
      return body.get("type").asText();
    }

    String subject() {
      return body.at("/data/id").asText();
    }

    int revision() {
      return body.at("/data/revision").asInt();
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private volatile String secret;
  private volatile int failuresPercent;
  private volatile int port;
  private HttpServer server;

  Receiver() {
    up();
  }

  /** Listens, at the same address as before. */
  void up() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    port = server.getAddress().getPort();
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  /** Closes the socket and all connections. */
  void down() {
    server.stop(0);
  }

  String url() {
    return "http://127.0.0.1:" + port + "/hook";
  }

  void expect(String newSecret) {
    secret = newSecret;
  }

  /** From now on answers a share of requests with 500. */
  void fail(int percent) {
    failuresPercent = percent;
  }

  List<Received> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  List<Received> confirmed() {
    return received().stream().filter(Received::confirmed).toList();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean confirmed = ThreadLocalRandom.current().nextInt(100) >= failuresPercent;
      received.add(
          new Received(
              exchange.getRequestHeaders().getFirst("webhook-id"),
              JSON.readTree(body),
              isValid(exchange, body),
              confirmed));
      exchange.sendResponseHeaders(confirmed ? 200 : 500, -1);
    }
  }

  private boolean isValid(HttpExchange exchange, String body) {
    try {
      new Webhook(secret)
          .verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
      return true;
    } catch (WebhookVerificationException e) {
      return false;
    }
  }

  @Override
  public void close() {
    down();
    threads.shutdownNow();
  }
}
