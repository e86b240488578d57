package dev.prepgraph.execution.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EventQueueTest {

  private static final int MAX = 5;
  private static final StreamEvent MISSED = new StreamEvent("missed", "missed");

  /** A reader learns the last value of each key, or that it missed some since. */
  @Property(tries = 500)
  void losesNothingSilently(@ForAll long seed) {
    var random = new Random(seed);
    var queue = new EventQueue(MAX, () -> MISSED);
    Map<Object, Object> last = new HashMap<>();
    Map<Object, Object> read = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      if (random.nextInt(3) > 0) {
        var event = new StreamEvent(random.nextInt(10), i);
        queue.add(event);
        last.put(event.key(), event.value());
      } else if (random.nextInt(20) == 0) {
        queue.add(MISSED);
      } else {
        read(queue.poll(), last, read);
      }
    }
    int waiting = 0;
    for (StreamEvent event = queue.poll(); event != null; event = queue.poll()) {
      read(event, last, read);
      waiting++;
    }
    assertThat(waiting).isLessThanOrEqualTo(MAX);
    assertThat(read).isEqualTo(last);
  }

  @Test
  void tellsTheCurrentState() {
    var state = new AtomicInteger(1);
    var queue = new EventQueue(MAX, () -> new StreamEvent("state", state.get()));
    state.set(2);
    queue.add(new StreamEvent("state", 2));

    assertThat(queue.poll()).isEqualTo(new StreamEvent("state", 2));
    assertThat(queue.poll()).isNull();
  }

  private static void read(StreamEvent event, Map<Object, Object> last, Map<Object, Object> read) {
    if (event == MISSED) {
      read.clear();
      read.putAll(last);
    } else if (event != null) {
      read.put(event.key(), event.value());
    }
  }
}
