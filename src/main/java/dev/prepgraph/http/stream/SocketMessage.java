package dev.prepgraph.http.stream;

import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.http.ResponseWriter;
import dev.prepgraph.http.partner.PartnerGate;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A message of the protocol {@code graphql-transport-ws}.
 *
 * @param id of the operation, or null
 * @param payload a JSON value, or null
 */
record SocketMessage(Type type, String id, Object payload) {

  enum Type {
    CONNECTION_INIT,
    CONNECTION_ACK,
    PING,
    PONG,
    SUBSCRIBE,
    NEXT,
    ERROR,
    COMPLETE;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<CharSequence> HEADERS =
      List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION, PartnerGate.HEADER);

  private static final int MAX_ID = 255;

  /** Reads a message of a client; rejects a malformed one. */
  static SocketMessage of(String text) {
    Map<String, Object> members = GraphQLRequest.members(text, "The message");
    Type type = type(members.get("type"));
    Object payload = members.get("payload");
    if (payload != null && !(payload instanceof Map)) {
      throw RequestException.badRequest("payload must be a JSON object");
    }
    Object id = members.get("id");
    boolean named = id instanceof String name && !name.isEmpty() && name.length() <= MAX_ID;
    if ((type == Type.SUBSCRIBE || type == Type.COMPLETE) && !named) {
      throw RequestException.badRequest("id must be a string of 1 to " + MAX_ID + " characters");
    }
    if (type == Type.SUBSCRIBE && payload == null) {
      throw RequestException.badRequest("payload must be a JSON object");
    }
    return new SocketMessage(type, named ? (String) id : null, payload);
  }

  /** Only the messages that clients send. */
  private static Type type(Object name) {
    for (Type type : Type.values()) {
      if (type.text().equals(name)
          && type != Type.CONNECTION_ACK
          && type != Type.NEXT
          && type != Type.ERROR) {
        return type;
      }
    }
    throw RequestException.badRequest("type must be a message that clients send");
  }

  private Map<?, ?> members() {
    return payload == null ? Map.of() : (Map<?, ?>) payload;
  }

  GraphQLRequest request() {
    return GraphQLRequest.ofMembers(members());
  }

  /**
   * Replaces headers of the handshake, which pages cannot set, by their values in the payload of
   * {@code connection_init}.
   */
  void copyHeaders(MultiMap headers) {
    for (CharSequence name : HEADERS) {
      String value = header(name);
      if (value != null) {
        boolean printable = value.chars().allMatch(c -> c >= ' ' && c <= '~');
        headers.set(name, printable ? value : "malformed");
      }
    }
  }

  private String header(CharSequence name) {
    Object value =
        members().entrySet().stream()
            .filter(member -> name.toString().equalsIgnoreCase((String) member.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw RequestException.badRequest(name + " must be a string");
  }

  Buffer print() {
    Map<String, Object> members = new LinkedHashMap<>();
    if (id != null) {
      members.put("id", id);
    }
    members.put("type", type.text());
    if (payload != null) {
      members.put("payload", payload);
    }
    return ResponseWriter.json(members);
  }
}
