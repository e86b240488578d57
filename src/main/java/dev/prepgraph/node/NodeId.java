package dev.prepgraph.node;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The global id of a {@link Node} in URL-safe characters, 23 unless it has a part. Clients store
 * ids, so the letter of a kind and this encoding never change.
 *
 * @param kind the letter of the object's type
 * @param key the primary key, of the owner where the object is a part of another
 * @param part the slug of a part of the object with the key, else empty
 */
public record NodeId(char kind, UUID key, String part) {

  private static final int BYTES = 1 + 16;
  private static final int MAX_PART = 100;
  private static final Pattern PART = Pattern.compile("[a-z0-9-]*");

  public NodeId(char kind, UUID key) {
    this(kind, key, "");
  }

  /** Parses an id; empty when the text is not its exact form. */
  public static Optional<NodeId> parse(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length < BYTES || bytes.length > BYTES + MAX_PART) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    var id =
        new NodeId(
            (char) buffer.get(),
            new UUID(buffer.getLong(), buffer.getLong()),
            StandardCharsets.US_ASCII.decode(buffer).toString());
    // Unused bits of the last character must be zero.
    return PART.matcher(id.part).matches() && id.toString().equals(text)
        ? Optional.of(id)
        : Optional.empty();
  }

  /** Parses the key of an id of one kind; empty when the text is none, or is the id of a part. */
  public static Optional<UUID> parse(char kind, String text) {
    return parse(text).filter(id -> id.kind == kind && id.part.isEmpty()).map(NodeId::key);
  }

  public static String of(char kind, UUID key) {
    return new NodeId(kind, key).toString();
  }

  /** The id of an object whose slug is its key. */
  public static String of(char kind, String slug) {
    return of(kind, UUID.nameUUIDFromBytes(slug.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public String toString() {
    byte[] bytes =
        ByteBuffer.allocate(BYTES + part.length())
            .put((byte) kind)
            .putLong(key.getMostSignificantBits())
            .putLong(key.getLeastSignificantBits())
            .put(part.getBytes(StandardCharsets.US_ASCII))
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
