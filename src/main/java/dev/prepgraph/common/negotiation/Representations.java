package dev.prepgraph.common.negotiation;

import io.vertx.core.buffer.Buffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A body in each content coding that a client has asked for, compressed once for all clients. So
 * clients can cause no more compressions of a body than there are codings.
 */
public final class Representations {

  /** Below, the headers of a response outweigh what its compression saves. */
  private static final int MIN_LENGTH = 1_024;

  private final Buffer plain;
  private final Effort effort;
  private volatile Map<ContentCoding, Buffer> bodies;

  public Representations(Buffer plain, Effort effort) {
    this.plain = plain;
    this.effort = effort;
    this.bodies = Map.of(ContentCoding.IDENTITY, plain);
  }

  public Buffer plain() {
    return plain;
  }

  /** Whether {@link #add} would improve on {@link #coding}. */
  public boolean lacks(List<ContentCoding> accepted) {
    return plain.length() >= MIN_LENGTH && !bodies.containsKey(accepted.get(0));
  }

  /** Adds the first of the accepted codings that is available; blocks while it compresses. */
  public synchronized void add(List<ContentCoding> accepted) {
    if (lacks(accepted)) {
      ContentCoding coding =
          accepted.stream().filter(ContentCoding::isAvailable).findFirst().orElseThrow();
      Map<ContentCoding, Buffer> more = new EnumMap<>(bodies);
      more.computeIfAbsent(coding, missing -> missing.compress(plain, effort));
      bodies = more;
    }
  }

  /** The first of the accepted codings that the body is in. */
  public ContentCoding coding(List<ContentCoding> accepted) {
    return accepted.stream().filter(bodies::containsKey).findFirst().orElseThrow();
  }

  public Buffer in(ContentCoding coding) {
    return bodies.get(coding);
  }

  /** Bytes of all bodies. */
  public int weight() {
    return bodies.values().stream().mapToInt(Buffer::length).sum();
  }
}
