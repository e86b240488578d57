package dev.prepgraph.account.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The notifications that wait to be sent. When too many wait, one for all accounts replaces all but
 * the erasures, whose streams must end. Not thread-safe.
 */
final class WaitingNotifications {

  static final int MAX = 10_000;

  private final Deque<Notification> waiting = new ArrayDeque<>();

  void add(Notification notification) {
    waiting.add(notification);
    limit();
  }

  /** Returns a batch that could not be sent, to be sent first. */
  void putBack(List<Notification> batch) {
    for (int i = batch.size() - 1; i >= 0; i--) {
      waiting.addFirst(batch.get(i));
    }
    limit();
  }

  private void limit() {
    if (waiting.size() > MAX) {
      waiting.removeIf(notification -> notification.change() != null);
      waiting.add(Notification.ALL);
      while (waiting.size() > MAX) {
        waiting.remove();
      }
    }
  }

  /** Removes the oldest. */
  List<Notification> poll(int max) {
    List<Notification> batch = new ArrayList<>();
    while (batch.size() < max && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    return batch;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
