package dev.prepgraph.http;

import dev.prepgraph.execution.ResponseMemory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Bounds the heap of all requests and responses in transit. When it is exhausted, those that have
 * waited longest for their client are evicted, so a client that sends and reads at once never is.
 */
@Singleton
class HttpMemory {

  /** Bytes of a request beside its body: headers, contexts, handlers. */
  static final long OVERHEAD = 8 << 10;

  /** Heap of a parsed body as a multiple of its size. */
  private static final int EXPANSION = 4;

  private final long limit;
  private final Set<Share> evictable = new LinkedHashSet<>();
  private long used;

  @Inject
  HttpMemory(ResponseMemory execution) {
    this(execution.max() / 2);
  }

  HttpMemory(long limit) {
    this.limit = limit;
  }

  /** A part of the memory, from its reservation until it is released. */
  final class Share {

    private final Runnable evict;
    private long bytes;
    private boolean held = true;

    private Share(long bytes, Runnable evict) {
      this.bytes = bytes;
      this.evict = evict;
    }

    /**
     * Ends the evictability of a request whose body has arrived.
     *
     * @param body its bytes
     */
    void pin(long body) {
      synchronized (HttpMemory.this) {
        if (evictable.remove(this)) {
          used -= bytes;
          bytes = OVERHEAD + EXPANSION * body;
          used += bytes;
        }
      }
    }

    /** Idempotent. */
    void release() {
      synchronized (HttpMemory.this) {
        if (held) {
          held = false;
          used -= bytes;
          evictable.remove(this);
        }
      }
    }
  }

  /**
   * Reserves memory for a request.
   *
   * @param body maximal bytes of its body
   * @param evict ends the request; runs on another request's thread
   * @return null when none is left
   */
  Share request(long body, Runnable evict) {
    return reserve(OVERHEAD + EXPANSION * body, evict, false);
  }

  /** Reserves memory for a response, until its client has read it. */
  Share response(long bytes, Runnable evict) {
    return reserve(bytes, evict, true);
  }

  private Share reserve(long bytes, Runnable evict, boolean always) {
    List<Share> evicted = new ArrayList<>();
    Share share = new Share(bytes, evict);
    boolean fits;
    synchronized (this) {
      var oldest = evictable.iterator();
      while (used + bytes > limit && oldest.hasNext()) {
        Share victim = oldest.next();
        oldest.remove();
        victim.held = false;
        used -= victim.bytes;
        evicted.add(victim);
      }
      fits = always || used + bytes <= limit;
      if (fits) {
        used += bytes;
        evictable.add(share);
      }
    }
    evicted.forEach(victim -> victim.evict.run());
    return fits ? share : null;
  }

  synchronized long used() {
    return used;
  }
}
