package dev.prepgraph.common.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prepgraph.common.limits.MemoryBudget.ExceededException;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

  private static final int MEGABYTE = 1 << 20;

  private final MemoryBudget.Pool pool = new MemoryBudget.Pool(10 * MEGABYTE);

  private static Object takeAll() {
    while (true) {
      MemoryBudget.charge(1_000);
    }
  }

  @Test
  void stopsARequestAtHalfOfThePool() {
    var exceeded =
        catchThrowableOfType(
            ExceededException.class, () -> pool.call(true, MemoryBudgetTest::takeAll));
    assertThat(exceeded.isByAll()).isFalse();
    assertThat(pool.taken()).isZero();
    assertThat(
            pool.<String>call(
                true,
                () -> {
                  MemoryBudget.charge(4 * MEGABYTE);
                  return "fits";
                }))
        .isEqualTo("fits");
  }

  @Test
  void staysExceededWhenTheExceptionIsCaught() {
    assertThatThrownBy(
            () ->
                pool.call(
                    true,
                    () -> {
                      assertThatThrownBy(MemoryBudgetTest::takeAll)
                          .isInstanceOf(ExceededException.class);
                      MemoryBudget.check();
                      return null;
                    }))
        .isInstanceOf(ExceededException.class);
  }

  @Test
  void sharesThePool() {
    pool.call(
        false,
        () -> {
          MemoryBudget.charge(8 * MEGABYTE);
          return null;
        });
    assertThat(pool.taken()).isZero();

    var inside = new Thread[1];
    Throwable[] failure = new Throwable[1];
    pool.call(
        false,
        () -> {
          // Unstoppable work may take more; others are stopped for it.
          MemoryBudget.charge(8 * MEGABYTE);
          inside[0] =
              new Thread(
                  () ->
                      failure[0] =
                          catchThrowableOfType(
                              ExceededException.class,
                              () -> pool.call(true, MemoryBudgetTest::takeAll)));
          inside[0].start();
          join(inside[0]);
          return null;
        });
    assertThat(((ExceededException) failure[0]).isByAll()).isTrue();
  }

  @Test
  void neverStopsSmallRequestsForOthers() {
    String[] done = new String[1];
    pool.call(
        false,
        () -> {
          MemoryBudget.charge(11 * MEGABYTE);
          var other =
              new Thread(
                  () ->
                      done[0] =
                          pool.call(
                              true,
                              () -> {
                                MemoryBudget.charge(10_000);
                                return "little";
                              }));
          other.start();
          join(other);
          return null;
        });
    assertThat(done[0]).isEqualTo("little");
  }

  @Test
  void countsNothingWithoutABudget() {
    MemoryBudget.charge(Long.MAX_VALUE);
    MemoryBudget.check();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
