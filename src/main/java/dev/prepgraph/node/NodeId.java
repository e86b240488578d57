package dev.prepgraph.node;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The global id of a {@link Node} in 23 URL-safe characters. Clients store ids, so the letter of a
 * kind and this encoding never change.
 *
 * @param kind the letter of the object's type
 * @param key the primary key
 */
public record NodeId(char kind, UUID key) {

  private static final int BYTES = 1 + 16;

  /** Parses an id; empty when the text is not its exact form. */
  public static Optional<NodeId> parse(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != BYTES) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    var id = new NodeId((char) buffer.get(), new UUID(buffer.getLong(), buffer.getLong()));
    // Unused bits of the last character must be zero.
    return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
  }

  /** Parses the key of an id of one kind; empty when the text is none. */
  public static Optional<UUID> parse(char kind, String text) {
    return parse(text).filter(id -> id.kind == kind).map(NodeId::key);
  }

  public static String of(char kind, UUID key) {
    return new NodeId(kind, key).toString();
  }

  @Override
  public String toString() {
    byte[] bytes =
        ByteBuffer.allocate(BYTES)
            .put((byte) kind)
            .putLong(key.getMostSignificantBits())
            .putLong(key.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
