package dev.prepgraph.common.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.common.limits.MemoryBudget.ExceededException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Sessions charge what they read to the memory budget, and stop with the request. */
@QuarkusTest
class SessionLimitsTest {

  private final MemoryBudget.Pool pool = new MemoryBudget.Pool(4 << 20);

  @Inject SessionFactory sessions;

  private List<String> read(int count) {
    return pool.call(true, () -> sessions.fromSession(session -> texts(session, count)));
  }

  private static List<String> texts(Session session, int count) {
    return session
        .createNativeQuery(
            "select repeat('x', 100000) from generate_series(1, " + count + ")", String.class)
        .getResultList();
  }

  @Test
  void chargeTextsToTheMemoryBudget() {
    assertThat(read(5)).hasSize(5);
    assertThatThrownBy(() -> read(15)).isInstanceOf(ExceededException.class);
  }

  @Test
  void sendNoStatementAfterACancellation() {
    Cancellation cancellation = new Cancellation();
    AtomicBoolean stopped = new AtomicBoolean();

    cancellation.run(
        () ->
            sessions.inSession(
                session -> {
                  assertThat(texts(session, 1)).hasSize(1);
                  cancellation.cancel();
                  assertThatThrownBy(() -> texts(session, 1))
                      .isInstanceOf(CancellationException.class);
                  stopped.set(true);
                }));

    assertThat(stopped).isTrue();
    sessions.inSession(session -> assertThat(texts(session, 1)).hasSize(1));
  }
}
