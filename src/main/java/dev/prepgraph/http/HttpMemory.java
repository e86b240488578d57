package dev.prepgraph.http;

import dev.prepgraph.execution.ResponseMemory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Bounds the heap that all requests and responses in transit take together. Where it is exhausted,
 * those that have waited longest for their client give way: a client that sends and reads at once
 * is never among them.
 */
@Singleton
class HttpMemory {

  /** What a request takes beside its body: headers, contexts, handlers. */
  static final long OVERHEAD = 8 << 10;

  /** What is parsed from a body takes a multiple of it. */
  private static final int EXPANSION = 4;

  private final long limit;
  private final Set<Share> evictable = new LinkedHashSet<>();
  private long used;

  @Inject
  HttpMemory(ResponseMemory execution) {
    this(execution.most() / 2);
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
     * Tells that the body has arrived: from now on the request waits for no client, and gives way
     * to nobody.
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

    /** May be called more than once. */
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
   * @param body the most bytes that its body can have
   * @param evict ends the request; called on another request's thread
   * @return null when there is none
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
