package dev.prepgraph.node;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The global id of a {@link Node}: its kind and its key, in 23 URL-safe characters. Ids that were
 * given out must be understood for ever, so a kind's letter and this encoding never change.
 *
 * @param kind the letter of the object's type
 * @param key the primary key
 */
public record NodeId(char kind, UUID key) {

  private static final int BYTES = 1 + 16;

  /**
   * Reads an id that a client sent.
   *
   * @return the id, or empty when the text is not the exact form of any id
   */
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
    // The last character carries unused bits: only one of its spellings is an id.
    return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
  }

  /**
   * Reads an id that must be of one kind.
   *
   * @return the key, or empty when the text is no id of this kind
   */
  public static Optional<UUID> parse(char kind, String text) {
    return parse(text).filter(id -> id.kind == kind).map(NodeId::key);
  }

  /** Prints the id of an object. */
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
