package dev.prepgraph.execution.stream;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The waiting events of one subscription, one of each key. When too many wait, one event that tells
 * so replaces them all. Not thread-safe.
 */
public final class EventQueue {

  private final int max;
  private final StreamEvent missed;
  private final Map<Object, StreamEvent> waiting = new LinkedHashMap<>();

  public EventQueue(int max, StreamEvent missed) {
    this.max = max;
    this.missed = missed;
  }

  public void add(StreamEvent event) {
    if (event.key().equals(missed.key())) {
      lose();
    } else if (!waiting.containsKey(missed.key())) {
      waiting.put(event.key(), event);
      if (waiting.size() > max) {
        lose();
      }
    }
  }

  /** Replaces all waiting events, because some are lost. */
  public void lose() {
    waiting.clear();
    waiting.put(missed.key(), missed);
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
