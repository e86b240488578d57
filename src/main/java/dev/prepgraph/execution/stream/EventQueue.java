package dev.prepgraph.execution.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The waiting events of one subscription, one of each key. When too many wait, one event that tells
 * so replaces them all. Not thread-safe.
 */
public final class EventQueue {

  private final int max;
  private final Supplier<StreamEvent> missed;
  private final Object missedKey;
  private final Map<Object, StreamEvent> waiting = new LinkedHashMap<>();

  /**
   * @param missed the event that replaces lost ones, as of now
   */
  public EventQueue(int max, Supplier<StreamEvent> missed) {
    this.max = max;
    this.missed = missed;
    this.missedKey = missed.get().key();
  }

  public void add(StreamEvent event) {
    if (event.key().equals(missedKey)) {
      lose();
    } else if (!waiting.containsKey(missedKey)) {
      waiting.put(event.key(), event);
      if (waiting.size() > max) {
        lose();
      }
    }
  }

  /** Replaces all waiting events, because some are lost. */
  public void lose() {
    waiting.clear();
    waiting.put(missedKey, missed.get());
  }

  /** Removes the oldest event; null when none waits. */
  public StreamEvent poll() {
    var oldest = waiting.values().iterator();
    if (!oldest.hasNext()) {
      return null;
    }
    StreamEvent event = oldest.next();
    oldest.remove();
    return event;
  }
}
