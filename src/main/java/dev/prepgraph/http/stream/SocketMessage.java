package dev.prepgraph.http.stream;

import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.GraphQLRequest;
import dev.prepgraph.http.ResponseWriter;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
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

  /** The value of a header in the payload of {@code connection_init}, or null. */
  String header(CharSequence name) {
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
