package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OperationQueueTest {

  private static final int RUNNING = 3;
  private static final int WAITING = 5;
  private static final Consumer<RequestException> NEVER =
      rejection -> {
        throw rejection;
      };

  /** Operations come and end in any order. */
  @Property(tries = 200)
  void runsOrRejectsEachOperationOnceAndForgetsItsCallers(@ForAll long seed) {
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
    List<Integer> submitted = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int number = i;
      if (random.nextBoolean()) {
        queue.submit(
            "caller " + random.nextInt(4),
            random.nextInt(3),
            () -> ended.add(number),
            rejection -> ended.add(number));
        submitted.add(number);
      } else if (!threads.isEmpty()) {
        threads.remove().run();
      }
    }
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
    assertThat(ended).containsExactlyInAnyOrderElementsOf(submitted);
    assertThat(queue.callers()).isZero();
  }

  @Example
  void limitsRunningAndWaitingOperationsPerCaller() {
    Queue<Runnable> threads = new ArrayDeque<>();
    var queue = new OperationQueue(threads::add, RUNNING, WAITING);
    Map<String, Integer> ran = new HashMap<>();
    for (int i = 0; i < RUNNING + WAITING; i++) {
      queue.submit("one", "flow", () -> ran.merge("one", 1, Integer::sum), NEVER);
    }
    assertThat(threads).hasSize(RUNNING);
    List<ErrorCode> rejections = new ArrayList<>();
    queue.submit("one", "flow", () -> {}, rejection -> rejections.add(rejection.code()));
    assertThat(rejections).containsExactly(ErrorCode.RATE_LIMITED);
    queue.submit("other", "flow", () -> ran.merge("other", 1, Integer::sum), NEVER);
    assertThat(threads).hasSize(RUNNING + 1);
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
    assertThat(ran).containsEntry("one", RUNNING + WAITING).containsEntry("other", 1);
    assertThat(queue.callers()).isZero();
  }

  /** An honest client shares the address of an attacker. */
  @Example
  void alternatesBetweenDocumentsOfOneCaller() {
    Queue<Runnable> threads = new ArrayDeque<>();
    var queue = new OperationQueue(threads::add, 1, WAITING);
    List<String> ran = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    for (int i = 0; i < 1 + WAITING; i++) {
      String name = "flood " + i;
      queue.submit("one", "flood", () -> ran.add(name), rejection -> rejected.add(name));
    }
    queue.submit("one", "honest", () -> ran.add("honest"), NEVER);
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
    assertThat(rejected).containsExactly("flood 5");
    assertThat(ran)
        .containsExactly("flood 0", "flood 1", "honest", "flood 2", "flood 3", "flood 4");
  }

  @Example
  void withdrawsWaitingOperations() {
    Queue<Runnable> threads = new ArrayDeque<>();
    var queue = new OperationQueue(threads::add, 1, WAITING);
    List<String> ran = new ArrayList<>();
    BooleanSupplier running = queue.submit("one", "flow", () -> ran.add("running"), NEVER);
    List<BooleanSupplier> waiting = new ArrayList<>();
    for (int i = 0; i < WAITING; i++) {
      waiting.add(queue.submit("one", "flow " + i % 2, () -> ran.add("withdrawn"), NEVER));
    }
    assertThat(running.getAsBoolean()).isFalse();
    assertThat(waiting)
        .allMatch(BooleanSupplier::getAsBoolean)
        .noneMatch(BooleanSupplier::getAsBoolean);
    for (int i = 0; i < WAITING; i++) {
      queue.submit("one", "flow", () -> ran.add("next"), NEVER);
    }
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
    assertThat(ran).hasSize(1 + WAITING).startsWith("running").doesNotContain("withdrawn");
    assertThat(running.getAsBoolean()).isFalse();
    assertThat(queue.callers()).isZero();
  }

  @Example
  void endsFailedOperations() {
    Queue<Runnable> threads = new ArrayDeque<>();
    var queue = new OperationQueue(threads::add, RUNNING, WAITING);
    queue.submit(
        "one",
        "flow",
        () -> {
          throw new NoClassDefFoundError();
        },
        NEVER);
    assertThatThrownBy(() -> threads.remove().run()).isInstanceOf(NoClassDefFoundError.class);
    assertThat(queue.callers()).isZero();
  }

  @Example
  void identifiesIpv6CallersByNetwork() {
    assertThat(CallerKey.network("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(CallerKey.network("2001:db8:1:2::1"))
        .isEqualTo(CallerKey.network("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(CallerKey.network("2001:db8:1:3::1"));
    assertThat(CallerKey.network("::ffff:192.0.2.7"))
        .isNotEqualTo(CallerKey.network("::ffff:192.0.2.8"));
  }
}
