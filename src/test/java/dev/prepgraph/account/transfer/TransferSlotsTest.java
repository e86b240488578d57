package dev.prepgraph.account.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.common.error.RequestException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TransferSlotsTest {

  private final TransferSlots slots = new TransferSlots();

  @Test
  void giveEachAccountOne() throws Exception {
    var pool = Executors.newCachedThreadPool();
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch end = new CountDownLatch(1);
    try {
      for (String account : new String[] {"a", "b"}) {
        pool.submit(
            () ->
                slots.run(
                    account,
                    () -> {
                      begun.countDown();
                      await(end);
                      return null;
                    }));
      }
      await(begun);
      assertThatThrownBy(() -> slots.run("a", () -> 1))
          .isInstanceOfSatisfying(
              RequestException.class, e -> assertThat(e.code().name()).isEqualTo("RATE_LIMITED"));
      var third = pool.submit(() -> slots.run("c", () -> 3));
      end.countDown();
      assertThat(third.get()).isEqualTo(3);
    } finally {
      end.countDown();
      pool.shutdownNow();
    }
  }

  @Test
  void areFreeAfterAFailure() {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  slots.run(
                      "a",
                      () -> {
                        throw new IllegalStateException();
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(slots.<Integer>run("a", () -> 1)).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
