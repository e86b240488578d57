package dev.prepgraph.http.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.Awaiting;
import dev.prepgraph.User;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket that speaks graphql-transport-ws. */
public final class GraphQLSocket implements WebSocket.Listener, AutoCloseable {

  public static final String VIEWER =
      "subscription { viewerChanged { kind deletedId node { __typename id } } }";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private WebSocket socket;

  private GraphQLSocket() {}

  /** Opens a socket; the headers are names and values in turn. */
  static GraphQLSocket open(String... headers) {
    return openFor("graphql-transport-ws", headers);
  }

  static GraphQLSocket openFor(String protocol, String... headers) {
    GraphQLSocket opened = new GraphQLSocket();
    WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
    if (protocol != null) {
      builder.subprotocols(protocol);
    }
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    opened.socket =
        builder
            .buildAsync(URI.create("ws://localhost:%d/graphql".formatted(RestAssured.port)), opened)
            .orTimeout(60, TimeUnit.SECONDS)
            .join();
    return opened;
  }

  /** Opens a socket of a user, which is acknowledged. */
  public static GraphQLSocket of(User user) {
    return open().init(user.token());
  }

  GraphQLSocket init(String token) {
    send("connection_init", null, Map.of("Authorization", "Bearer " + token));
    acknowledged();
    return this;
  }

  GraphQLSocket acknowledged() {
    if (!next().get("type").asText().equals("connection_ack")) {
      throw new AssertionError("No acknowledgement");
    }
    return this;
  }

  void send(String text) {
    socket.sendText(text, true).orTimeout(60, TimeUnit.SECONDS).join();
  }

  void sendBinary() {
    socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
  }

  public void send(String type, String id, Object payload) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", type);
    if (id != null) {
      message.put("id", id);
    }
    if (payload != null) {
      message.put("payload", payload);
    }
    try {
      send(JSON.writeValueAsString(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void subscribe(String id, String query) {
    send("subscribe", id, Map.of("query", query));
  }

  /** Subscribes to the changes of the user, and waits until that is done. */
  public GraphQLSocket subscribeViewer() {
    subscribe("viewer", VIEWER);
    JsonNode first = event();
    if (!first.get("kind").asText().equals("RESYNC")) {
      throw new AssertionError(first);
    }
    return this;
  }

  /** The next message. */
  JsonNode next() {
    try {
      JsonNode message = messages.poll(Awaiting.DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
      if (message == null) {
        throw new AssertionError("No message; closed: " + closed.getNow("no"));
      }
      return message;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next message of an operation, whatever others have sent before. */
  public JsonNode next(String id) {
    JsonNode message = next();
    while (!message.path("id").asText().equals(id)) {
      message = next();
    }
    return message;
  }

  /** The next change of the user. */
  public JsonNode event() {
    JsonNode message = next();
    JsonNode event = message.at("/payload/data/viewerChanged");
    if (!event.isObject()) {
      throw new AssertionError(message);
    }
    return event;
  }

  /** The code and reason of the end. */
  public String closed() {
    return closed.orTimeout(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  /** Whether a message waits. */
  public boolean hasMessage() {
    return !messages.isEmpty();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        messages.add(JSON.readTree(partial.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete("error " + error.getMessage());
  }

  @Override
  public void close() {
    socket.abort();
  }
}
