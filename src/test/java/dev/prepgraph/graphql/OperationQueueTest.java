package dev.prepgraph.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OperationQueueTest {

  private static final int RUNNING = 3;
  private static final int WAITING = 5;

  /** Whatever comes in whatever order, each operation runs once, and nothing is left behind. */
  @Property(tries = 200)
  void runsEverythingOnceAndForgetsItsCallers(@ForAll long seed) {
    var random = new Random(seed);
    Queue<Runnable> threads = new ArrayDeque<>();
    var queue =
        new OperationQueue(
            task -> {
              if (threads.size() >= 8) {
                throw new RejectedExecutionException();
              }
              threads.add(task);
            },
            RUNNING,
            WAITING);
    List<Integer> ended = new ArrayList<>();
    List<Integer> accepted = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int number = i;
      if (random.nextBoolean()) {
        try {
          queue.submit(
              "caller " + random.nextInt(4), () -> ended.add(number), () -> ended.add(number));
          accepted.add(number);
        } catch (RequestException e) {
          assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        }
      } else if (!threads.isEmpty()) {
        threads.remove().run();
      }
    }
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
    assertThat(ended).containsExactlyInAnyOrderElementsOf(accepted);
    assertThat(queue.callers()).isZero();
  }

  @Example
  void aCallerHasSoManyThreadsAndSoManyWaitingAndOthersTheirOwn() {
    Queue<Runnable> threads = new ArrayDeque<>();
    var queue = new OperationQueue(threads::add, RUNNING, WAITING);
    Map<String, Integer> ran = new HashMap<>();
    for (int i = 0; i < RUNNING + WAITING; i++) {
      queue.submit("one", () -> ran.merge("one", 1, Integer::sum), () -> {});
    }
    assertThat(threads).hasSize(RUNNING);
    assertThatThrownBy(() -> queue.submit("one", () -> {}, () -> {}))
        .isInstanceOf(RequestException.class);
    queue.submit("other", () -> ran.merge("other", 1, Integer::sum), () -> {});
    assertThat(threads).hasSize(RUNNING + 1);
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
    assertThat(ran).containsEntry("one", RUNNING + WAITING).containsEntry("other", 1);
    assertThat(queue.callers()).isZero();
  }

  @Example
  void anOperationThatFailsEndsAllTheSame() {
    Queue<Runnable> threads = new ArrayDeque<>();
    var queue = new OperationQueue(threads::add, RUNNING, WAITING);
    queue.submit(
        "one",
        () -> {
          throw new NoClassDefFoundError();
        },
        () -> {});
    assertThatThrownBy(() -> threads.remove().run()).isInstanceOf(NoClassDefFoundError.class);
    assertThat(queue.callers()).isZero();
  }

  @Example
  void namesCallersByTheNetworkThatTheyChooseAddressesFrom() {
    assertThat(CallerKey.network("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(CallerKey.network("2001:db8:1:2::1"))
        .isEqualTo(CallerKey.network("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(CallerKey.network("2001:db8:1:3::1"));
    assertThat(CallerKey.network("::ffff:192.0.2.7"))
        .isNotEqualTo(CallerKey.network("::ffff:192.0.2.8"));
  }
}
